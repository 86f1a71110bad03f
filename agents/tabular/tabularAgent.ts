import type { Agent, EnvironmentSpec, Policy, TimeStep } from '../../environments/contract.ts';
import type { AgentContext, Hyperparameter } from '../kinds.ts';
import { ActionValues } from './actionValues.ts';
import { epsilonGreedy, epsilonGreedyProbabilities } from './epsilonGreedy.ts';
import { Exploration } from './exploration.ts';

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
  readonly table: ActionValues;
  readonly step: TimeStep;
  readonly actions: Uint8Array;
  readonly next: TimeStep;
  readonly discount: number;
  /** users; each one's ε in the policy that is being learned from */
  readonly epsilons: Float64Array;
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
  const { discount, epsilonStart, epsilonEnd, epsilonPart, epsilonSpread } = settings;
  const exploration = new Exploration(spec.users, {
    start: epsilonStart,
    end: epsilonEnd,
    days: epsilonPart * trainingDays,
    spread: epsilonSpread,
  });
  const stepSize = {
    initial: settings.stepSize,
    visits: settings.stepSizeVisits,
    power: settings.stepSizePower,
  };
  let day = 0;
  return {
    selectActions: (observation, actions) =>
      epsilonGreedy(table, observation, actions, exploration.rates(day), key, day),
    actionProbabilities: (observation, probabilities) =>
      epsilonGreedyProbabilities(table, observation, probabilities, exploration.rates(day)),
    update(step, actions, next) {
      collect({ table, step, actions, next, discount, epsilons: exploration.rates(day) });
      const figures = table.apply(stepSize);
      return { ...figures, epsilon: exploration.epsilon(day++) };
    },
    greedy: () => learnedPolicy(table),
    save: () => ({ ...table.save(), day }),
    restore(snapshot) {
      if (typeof snapshot['day'] !== 'number') throw new RangeError('the snapshot has no day');
      table.restore(snapshot);
      day = snapshot['day'];
    },
    actionValues: (state) => table.of(state),
  };
}

/** What the table has learned: the best action by the averaged values, without exploration. */
function learnedPolicy(table: ActionValues): Policy {
  return {
    selectActions({ states, active }, actions) {
      for (let i = 0; i < actions.length; i++)
        actions[i] = active[i] === 1 ? table.learnedAction[states[i]] : 0;
    },
    actionProbabilities({ states, active }, probabilities) {
      probabilities.fill(0);
      for (let i = 0; i < active.length; i++) {
        const action = active[i] === 1 ? table.learnedAction[states[i]] : 0;
        probabilities[i * table.actions + action] = 1;
      }
    },
  };
}
