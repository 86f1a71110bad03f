import type { DeepHyperparameter } from '../settings.ts';

/** Settings of a memory. */
export const HISTORY_SETTINGS = {
  historyUnits: {
    default: 24,
    range: [1, 256],
    about: 'units of the recurrent network, and size of what it remembers of a user',
    typical: [16, 128],
    source: 'Cho et al. (2014)',
  },
  historyUsers: {
    default: 2000,
    range: [1, 1e6],
    about: 'users of the first episode whose days the encoder is taught with',
    typical: [500, 20_000],
    source: 'this program',
  },
  historySteps: {
    default: 300,
    range: [1, 1e5],
    about: 'gradient steps of the encoder, on 256 stretches of days each',
    typical: [100, 5000],
    source: 'this program',
  },
  historyDays: {
    default: 30,
    range: [2, 365],
    about: 'length of these stretches',
    typical: [10, 60],
    source: 'this program',
  },
  maskProbability: {
    default: 0.3,
    range: [0.01, 1],
    about: "how likely a day's action, and likewise what followed, is hidden and has to be guessed",
    typical: [0.15, 0.4],
    source: 'Devlin et al. (2019), where it is 0.15',
  },
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

export type HistorySettings = keyof typeof HISTORY_SETTINGS;
