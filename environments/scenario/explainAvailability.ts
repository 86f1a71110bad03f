import type { Program } from './program.ts';
import { type ExplainedFormula, Reading, type UserDay } from './reading.ts';

/** One user in the evening of a day, or at birth (day 0), with traits and state as they are then. */
export type UserEvening = Omit<UserDay, 'action'>;

/**
 * Evaluates for whom an action is available tomorrow: one formula for each action that has a condition, under the
 * action's name. It is available where the value is neither 0 nor NaN.
 */
export function explainAvailability(program: Program, evening: UserEvening): ExplainedFormula[] {
  const reading = new Reading(program, { ...evening, action: 0 });
  reading.setTime(evening);
  reading.set({ stage: evening.stage });
  return program.actions.flatMap(({ name, when }, index) => {
    if (!when) return [];
    reading.setAction(index);
    return [reading.evaluate(name, when)];
  });
}

/** Index of the action that is taken: the chosen one where it is offered, the first that is where it is not. */
export function takenAction(
  { actions }: Program,
  chosen: number,
  offered: readonly ExplainedFormula[],
): number {
  const refused = new Set(offered.filter(({ value }) => !value).map(({ name }) => name));
  if (!refused.has(actions[chosen].name)) return chosen;
  return Math.max(
    actions.findIndex(({ name }) => !refused.has(name)),
    0,
  );
}
