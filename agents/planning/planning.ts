import type { Agent, EnvironmentSpec } from '../../environments/contract.ts';
import { exp } from '../../environments/random/exp.ts';
import { addBestArm } from '../bandits/bestArm.ts';
import { bestPolicy, chooseBest, fillProbabilities } from '../bandits/choose.ts';
import { DayDraws } from '../bandits/dayDraws.ts';
import { dayOf } from '../bandits/memory.ts';
import { Exploration } from '../exploration.ts';
import type { AgentContext, AgentKind, Hyperparameter } from '../kinds.ts';
import { TABULAR_SETTINGS } from '../tabular/tabularAgent.ts';
import { Planner } from './planner.ts';

const { discount, epsilonStart, epsilonEnd, epsilonPart, epsilonSpread } = TABULAR_SETTINGS;

const SETTINGS = {
  discount,
  optimism: {
    default: 2,
    range: [0, 1e6],
    about:
      'while learning, an action tried n times in a state counts for this / √n standard deviations of the reward more; around 2',
  },
  memoryPart: {
    default: 0.15,
    range: [0, 1e6],
    about:
      'part of the training days after which a day counts for 1 / e, as what follows depends on what was done before; 0 forgets nothing',
  },
  planEvery: {
    default: 30,
    range: [1, 1e6],
    about: 'days between two solutions; the first ones come after 1, 2, 4, 8, … days',
  },
  epsilonStart,
  epsilonEnd,
  epsilonPart,
  epsilonSpread,
} as const satisfies Readonly<Record<string, Hyperparameter>>;

type PlanningSettings = Readonly<Record<keyof typeof SETTINGS, number>>;

/** Planning: estimates how the world works, and acts as if it worked like that. */
export const planning: AgentKind<keyof typeof SETTINGS> = {
  name: 'planning',
  about:
    'estimates what each action leads to in each state, solves that, and acts by the solution; model-based',
  source:
    'certainty equivalence: Kumar and Varaiya (1986), Stochastic Systems; Sutton and Barto (2018), chapter 8; the bonus of Strehl and Littman (2008)',
  hyperparameters: SETTINGS,
  create: planningAgent,
};

function planningAgent(
  spec: EnvironmentSpec,
  { key, trainingDays }: AgentContext,
  settings: PlanningSettings,
): Agent {
  const actions = spec.actions.length;
  const planner = new Planner(spec.stateCount, actions, settings.discount);
  const exploration = new Exploration(spec.users, {
    start: settings.epsilonStart,
    end: settings.epsilonEnd,
    days: settings.epsilonPart * trainingDays,
    spread: settings.epsilonSpread,
  });
  const { planEvery, optimism } = settings;
  const memoryDays = settings.memoryPart * trainingDays;
  const kept = memoryDays > 0 ? exp(-planEvery / memoryDays) : 1;
  const explore = new DayDraws(key, 'planning explore');
  const equals = new DayDraws(key, 'planning equals');
  const scores = new Float64Array(actions);
  let day = 0;
  return {
    selectActions(observation, chosen) {
      const rates = exploration.rates(day);
      chooseBest(
        observation,
        chosen,
        day,
        scores,
        ({ user, state }, into) => {
          if (explore.uniform(day, user) < rates[user]) into.fill(0);
          else planner.optimistic.copy(state, into);
        },
        equals,
      );
    },
    actionProbabilities(observation, probabilities) {
      const rates = exploration.rates(day);
      fillProbabilities(observation, probabilities, actions, (decision) => {
        const epsilon = rates[decision.user];
        addBestArm(scores.fill(0), decision, probabilities, epsilon);
        planner.optimistic.copy(decision.state, scores);
        addBestArm(scores, decision, probabilities, 1 - epsilon);
      });
    },
    update(step, taken, next) {
      planner.observe(step, taken, next);
      const epsilon = exploration.epsilon(day++);
      if (day % planEvery === 0) planner.process.forget(kept);
      if (day % planEvery === 0 || (day < planEvery && isPowerOfTwo(day))) planner.plan(optimism);
      return { epsilon, transitions: planner.process.transitions.length };
    },
    greedy: () => bestPolicy(actions, ({ state }, into) => planner.learned.copyTried(state, into)),
    save: () => ({ ...planner.save(), day }),
    restore(snapshot) {
      const saved = dayOf(snapshot);
      planner.restore(snapshot);
      day = saved;
    },
    actionValues: (state) => [...planner.learned.copy(state, new Float64Array(actions))],
  };
}

function isPowerOfTwo(n: number): boolean {
  return (n & (n - 1)) === 0;
}
