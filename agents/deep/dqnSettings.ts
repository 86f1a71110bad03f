import { DEEP_SETTINGS, type DeepHyperparameter } from './settings.ts';

/** Settings of DQN. */
export const DQN_SETTINGS = {
  ...DEEP_SETTINGS,
  nStep: {
    default: 5,
    range: [1, 365],
    about:
      'days of reward that a transition holds before the rest is estimated; what was explored in between is not corrected for',
    typical: [1, 10],
    source: 'Hessel et al. (2018), Rainbow, where it is 3',
  },
  double: {
    default: 1,
    range: [0, 1],
    about:
      '1: the online network picks the action whose value the target network gives; 0: the target network does both',
    typical: [0, 1],
    source: 'van Hasselt, Guez and Silver (2016)',
  },
  duelling: {
    default: 1,
    range: [0, 1],
    about: '1: the network gives a state value and advantages; 0: action values',
    typical: [0, 1],
    source: 'Wang et al. (2016)',
  },
  batchSize: {
    default: 1024,
    range: [1, 1e6],
    about: 'transitions per gradient step',
    typical: [32, 4096],
    source: 'Mnih et al. (2015), where it is 32; large ones suit a large population',
  },
  updatesPerDay: {
    default: 4,
    range: [1, 1000],
    about: 'gradient steps per day of the whole population',
    typical: [1, 16],
    source: 'Fedus et al. (2020) on the replay ratio',
  },
  replaySize: {
    default: 400_000,
    range: [100, 1e8],
    about: 'transitions kept for learning, the latest ones',
    typical: [1e4, 1e6],
    source: 'Mnih et al. (2015), where it is a million',
  },
  warmUp: {
    default: 4096,
    range: [1, 1e8],
    about: 'transitions before the first gradient step',
    typical: [1e3, 5e4],
    source: 'Mnih et al. (2015)',
  },
  targetRate: {
    default: 0.005,
    range: [1e-6, 1],
    about: 'part of the way that the target network follows the online one after each gradient step',
    typical: [0.001, 0.05],
    source: 'soft updates of Lillicrap et al. (2016)',
  },
  huberDelta: {
    default: 10,
    range: [1e-3, 1e9],
    about:
      'error from which on it counts linearly, in standard deviations of the return; small values underrate rare large rewards',
    typical: [1, 100],
    source: 'Huber (1964); 1 in Mnih et al. (2015), whose rewards are cut to ±1',
  },
  priorityExponent: {
    default: 0,
    range: [0, 1],
    about: 'α, how much more often a transition is replayed whose value was wrong; 0: all alike',
    typical: [0, 0.7],
    source: 'Schaul et al. (2016)',
  },
  priorityCorrection: {
    default: 0.6,
    range: [0, 1],
    about:
      'β, how much of the bias of priorities is taken out again; constant here, in the paper it rises to 1',
    typical: [0.4, 1],
    source: 'Schaul et al. (2016)',
  },
  epsilonStart: {
    default: 0.4,
    range: [0, 1],
    about:
      'ε on the first day, of the user who explores most; with the spread the mean is about an eighth of it',
    typical: [0.4, 1],
    source: 'Mnih et al. (2015), where it is 1; people who are contacted at random soon leave',
  },
  epsilonEnd: {
    default: 0.2,
    range: [0, 1],
    about: 'ε on the last days, of the user who explores most',
    typical: [0.01, 0.4],
    source: 'this program; 0.4 without a fall in Horgan et al. (2018)',
  },
  epsilonPart: {
    default: 0.3,
    range: [0, 1],
    about: 'part of the training days over which ε falls in a straight line',
    typical: [0.1, 0.5],
    source: 'Mnih et al. (2015)',
  },
  epsilonSpread: {
    default: 7,
    range: [0, 20],
    about: 'user i of n explores with ε^(1 + spread i / (n − 1)); 0: all alike',
    typical: [0, 7],
    source: 'Horgan et al. (2018), section 4.1',
  },
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

export type DqnSettings = keyof typeof DQN_SETTINGS;
