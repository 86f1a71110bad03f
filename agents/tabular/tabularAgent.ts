import type {
  Agent,
  EnvironmentSpec,
  LearningFigures,
  Snapshot,
  TimeStep,
} from '../../environments/contract.ts';
import { Exploration } from '../exploration.ts';
import type { AgentContext, Hyperparameter } from '../kinds.ts';
import { dayAfter } from '../scheduledDay.ts';
import { ActionValues } from './actionValues.ts';
import { epsilonGreedy, epsilonGreedyProbabilities } from './epsilonGreedy.ts';
import { learnedPolicy } from './learnedPolicy.ts';
import type { StepSize } from './stepSize.ts';

/** Settings that every tabular agent has. */
export const TABULAR_SETTINGS = {
  discount: {
    default: 0.97,
    range: [0, 1],
    about: 'γ, what a reward is worth one day later; 0.97 looks about 33 days ahead, 0.99 about 100',
  },
  stepSize: {
    default: 0.5,
    range: [0.000001, 1],
    about: 'α, part of the way to its target that one transition moves a fresh value',
  },
  stepSizeVisits: {
    default: 20,
    range: [0, 1e12],
    about:
      'visits of a state and action after which its step size begins to fall; 0 keeps it constant; 10 to 1000',
  },
  stepSizePower: {
    default: 0.9,
    range: [0, 1],
    about:
      'how fast it falls then: α (1 + visits / stepSizeVisits)^−power; above 0.5 noise dies out, near 1 a long look ahead is never learned',
  },
  initialValue: {
    default: 0,
    range: [-1e6, 1e6],
    about:
      'where every value starts; above all that can be earned, everything is tried early on (optimistic starts); with a falling step size only until the first visit',
  },
  epsilonStart: { default: 1, range: [0, 1], about: 'ε, probability of a random action, on the first day' },
  epsilonEnd: { default: 0.4, range: [0, 1], about: 'ε on the last days, of the user who explores most' },
  epsilonPart: {
    default: 0.5,
    range: [0, 1],
    about: 'part of the training days over which ε falls in a straight line from start to end',
  },
  epsilonSpread: {
    default: 7,
    range: [0, 20],
    about:
      'user i of n explores with ε^(1 + spread i / (n − 1)); 0: all alike, as in the book; 7 as in Ape-X',
  },
} as const satisfies Readonly<Record<string, Hyperparameter>>;

export type TabularSettings = keyof typeof TABULAR_SETTINGS;

/** Everything one day of learning may use. */
export interface Backup {
  /** the values it acts by */
  readonly table: ActionValues;
  readonly step: TimeStep;
  readonly actions: Uint8Array;
  readonly next: TimeStep;
  readonly discount: number;
  /** users; each one's ε in the policy that is being learned from */
  readonly epsilons: Float64Array;
  /** for those who move the table in several rounds; what is left collected is moved at the end of the day */
  readonly stepSize: StepSize;
  /** the day by which schedules and draws go, over all episodes */
  readonly day: number;
}

/** Where an agent keeps what it has learned. */
export interface TabularMemory {
  /** the values it acts by */
  readonly table: ActionValues;
  /** moves what has been collected */
  apply(stepSize: StepSize): LearningFigures;
  save(): Snapshot;
  /** @throws RangeError if the snapshot does not fit, and stays as it was */
  restore(snapshot: Snapshot): void;
}

/** One table, as most agents have. */
export function oneTable(
  { stateCount, actions }: EnvironmentSpec,
  { initialValue }: Readonly<Record<'initialValue', number>>,
): TabularMemory {
  const table = new ActionValues(stateCount, actions.length, initialValue);
  return {
    table,
    apply: (stepSize) => table.apply(stepSize),
    save: () => table.save(),
    restore: (snapshot) => table.restore(snapshot),
  };
}

/**
 * The part that all tabular agents share: a table, an ε-greedy policy, schedules, and its memory. What makes them
 * differ is the target they collect into the table.
 *
 * @param collect puts the errors of one day of everyone into the table
 */
export function tabularAgent(
  spec: EnvironmentSpec,
  { key, trainingDays }: AgentContext,
  settings: Readonly<Record<TabularSettings, number>>,
  collect: (backup: Backup) => void,
  memory: TabularMemory = oneTable(spec, settings),
): Agent {
  const { table } = memory;
  const { discount } = settings;
  const exploration = explorationOf(spec, trainingDays, settings);
  const stepSize = stepSizeOf(settings);
  let day = 0;
  return {
    selectActions: (observation, actions) =>
      epsilonGreedy(table, observation, actions, exploration.rates(day), key, day),
    actionProbabilities: (observation, probabilities) =>
      epsilonGreedyProbabilities(table, observation, probabilities, exploration.rates(day)),
    update(step, actions, next) {
      const epsilons = exploration.rates(day);
      collect({ table, step, actions, next, discount, epsilons, stepSize, day });
      const { tdError } = memory.apply(stepSize);
      const epsilon = exploration.epsilon(day);
      day = dayAfter(day, spec, next);
      return { tdError, epsilon };
    },
    greedy: () => learnedPolicy(table),
    save: () => ({ ...memory.save(), day }),
    restore(snapshot) {
      if (typeof snapshot['day'] !== 'number') throw new RangeError('the snapshot has no day');
      memory.restore(snapshot);
      day = snapshot['day'];
    },
    actionValues: (state) => table.of(state),
  };
}

function explorationOf(
  { users }: EnvironmentSpec,
  trainingDays: number,
  settings: Readonly<Record<TabularSettings, number>>,
): Exploration {
  const { epsilonStart: start, epsilonEnd: end, epsilonPart, epsilonSpread: spread } = settings;
  return new Exploration(users, { start, end, days: epsilonPart * trainingDays, spread });
}

function stepSizeOf(settings: Readonly<Record<TabularSettings, number>>): StepSize {
  const { stepSize: initial, stepSizeVisits: visits, stepSizePower: power } = settings;
  return { initial, visits, power };
}
