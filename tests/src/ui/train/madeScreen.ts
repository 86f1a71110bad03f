import type { TrainingEvent } from '../../../../src/training/trainingEvent.ts';
import { historyAfter, type TrainingHistory } from '../../../../src/training/trainingHistory.ts';
import { trainContext } from '../../../../src/ui/train/trainContext.ts';
import type { TrainScreenInput } from '../../../../src/ui/train/trainRows.ts';
import { OPENED, type TrainState } from '../../../../src/ui/train/trainState.ts';
import { type MadeTraining, madeHistory, playedAs, validatedAs } from '../../training/madeHistory.ts';

const RULE = { return: 11, retention: 0.59, mix: [0.91, 0.02, 0.03, 0.04] };

/** What a value network says of its learning, on its way. */
const LEARNING: NonNullable<MadeTraining['learning']> = (episode) => ({
  loss: 0.7 / episode,
  qMean: episode / 4,
  qMax: 20 + 3 * episode,
  gradientNorm: 0.3 + 0.1 * (episode % 3),
  epsilon: Math.max(0.4 - episode / 50, 0.2),
});

/** A training that goes well, in the middle of its 13th episode. */
export function goingWell(): TrainingHistory {
  const validations = {
    3: { return: -2.7, retention: 0.25, mix: [0.7, 0.1, 0.1, 0.1] },
    6: { return: 8.4, retention: 0.57, mix: [0.83, 0.05, 0.05, 0.07] },
    9: { return: 11.9, retention: 0.68, mix: [0.9, 0.04, 0.03, 0.03] },
    12: { return: 13.7, retention: 0.71, mix: [0.92, 0.03, 0.04, 0.01] },
  };
  const history = madeHistory({ rule: RULE, done: 12, learning: LEARNING, validations });
  return historyAfter(history, { kind: 'day', day: 12 * 180 + 90, figures: { loss: 0.05, epsilon: 0.2 } });
}

/** A training with much to beware of. */
export function goingBadly(): TrainingHistory {
  const validations = {
    3: { return: 6, retention: 0.7 },
    12: { return: 12, retention: 0.6 },
    18: { return: 8, retention: 0.5, mix: [0.99, 0.01, 0, 0] },
  };
  const learning = (episode: number) => ({
    loss: episode < 17 ? 0.1 : 5,
    qMean: 4 * episode,
    entropy: 0.01,
  });
  return madeHistory({ rule: RULE, done: 18, learning, validations });
}

/** The end of the one that goes well. */
export function finished(): TrainingHistory {
  const events: TrainingEvent[] = [
    { kind: 'playing', users: 'held-out' },
    {
      kind: 'finished',
      result: { ...validatedAs({ return: 13.1, retention: 0.66 }, RULE), rule: playedAs(RULE) },
    },
  ];
  return events.reduce(historyAfter, goingWell());
}

/** What a screen is drawn from. */
export function madeScreen(
  history: TrainingHistory,
  [columns, rows]: readonly [number, number],
  change: Partial<TrainState> = {},
  glyphs: 'unicode' | 'ascii' = 'unicode',
): TrainScreenInput {
  const state = { ...OPENED, running: 76_000, ...change };
  const size = { columns, rows };
  return { state, context: trainContext(state, { history, size, glyphs, canSave: true }), size, glyphs };
}
