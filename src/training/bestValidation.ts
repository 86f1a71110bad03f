import type { TrainingHistory, ValidationPoint } from './trainingHistory.ts';

/** The validation with the largest return, the first of equals; undefined: none was played. */
export function bestValidation({ validations }: Pick<TrainingHistory, 'validations'>) {
  return validations.reduce<ValidationPoint | undefined>(
    (best, point) => (best && best.return >= point.return ? best : point),
    undefined,
  );
}

/** Whether the latest validation is below the best one by more than half of its own interval. */
export function hasFallenBack(history: Pick<TrainingHistory, 'validations'>): boolean {
  const interval = history.validations.at(-1)?.validated?.played.return;
  const best = bestValidation(history);
  return interval !== undefined && best !== undefined && interval.high < best.return;
}
