import type { Agent, EnvironmentSpec, TimeStep } from '../../environments/contract.ts';
import type { AgentContext, Hyperparameter } from '../kinds.ts';
import { ActionValues } from './actionValues.ts';
import { epsilonGreedy, epsilonGreedyProbabilities } from './epsilonGreedy.ts';

/** Settings that every tabular agent has. */
export const TABULAR_SETTINGS = {
  discount: {
    default: 0.99,
    range: [0, 1],
    about: 'γ, what a reward is worth one day later; 0.99 looks about 100 days ahead',
  },
  stepSize: {
    default: 0.1,
    range: [0.000001, 1],
    about: 'α, part of the way to its target that one transition moves a fresh value',
  },
  stepSizeVisits: {
    default: 200,
    range: [0, 1e12],
    about:
      'visits of a state and action after which its step size begins to fall; 0 keeps it constant; 50 to 1000',
  },
  stepSizePower: {
    default: 0.65,
    range: [0, 1],
    about:
      'how fast it falls then: α (1 + visits / stepSizeVisits)^−power; above 0.5 noise dies out, near 1 a long look ahead is never learned',
  },
  epsilonStart: { default: 1, range: [0, 1], about: 'ε, probability of a random action, on the first day' },
  epsilonEnd: { default: 0.05, range: [0, 1], about: 'ε on the last days' },
  epsilonPart: {
    default: 0.6,
    range: [0, 1],
    about: 'part of the training days over which ε falls in a straight line from start to end',
  },
} as const satisfies Readonly<Record<string, Hyperparameter>>;

export type TabularSettings = keyof typeof TABULAR_SETTINGS;

/** Everything one day of learning may use. */
export interface Backup {
  readonly table: ActionValues;
  readonly step: TimeStep;
  readonly actions: Uint8Array;
  readonly next: TimeStep;
  readonly discount: number;
  /** ε of the policy that is being learned from */
  readonly epsilon: number;
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
): Agent {
  const table = new ActionValues(spec.stateCount, spec.actions.length);
  const { discount, epsilonStart, epsilonEnd, epsilonPart } = settings;
  const stepSize = {
    initial: settings.stepSize,
    visits: settings.stepSizeVisits,
    power: settings.stepSizePower,
  };
  let day = 0;
  const epsilonOn = (d: number) => {
    const progress = epsilonPart * trainingDays > 0 ? Math.min(d / (epsilonPart * trainingDays), 1) : 1;
    return epsilonStart + (epsilonEnd - epsilonStart) * progress;
  };
  return {
    selectActions: (observation, actions) =>
      epsilonGreedy(table, observation, actions, epsilonOn(day), key, day),
    actionProbabilities: (observation, probabilities) =>
      epsilonGreedyProbabilities(table, observation, probabilities, epsilonOn(day)),
    update(step, actions, next) {
      const epsilon = epsilonOn(day);
      collect({ table, step, actions, next, discount, epsilon });
      const figures = table.apply(stepSize);
      day++;
      return { ...figures, epsilon };
    },
    greedy: () => ({
      selectActions: (observation, actions) => epsilonGreedy(table, observation, actions, 0, key, 0),
      actionProbabilities: (observation, probabilities) =>
        epsilonGreedyProbabilities(table, observation, probabilities, 0),
    }),
    save: () => ({ ...table.save(), day }),
    restore(snapshot) {
      if (typeof snapshot['day'] !== 'number') throw new RangeError('the snapshot has no day');
      table.restore(snapshot);
      day = snapshot['day'];
    },
    actionValues: (state) => table.of(state),
  };
}
