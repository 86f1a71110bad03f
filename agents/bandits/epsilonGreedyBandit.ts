import type { AgentKind } from '../kinds.ts';
import { ArmMeans } from './armMeans.ts';
import type { BanditRule } from './banditRule.ts';
import { addBestArm } from './bestArm.ts';
import { DayDraws } from './dayDraws.ts';
import { tabularBandit } from './tabularBandit.ts';

/** ε-greedy: mostly what has earned most so far, now and then anything. */
export const epsilonGreedyBandit: AgentKind<'epsilon' | 'stepSize' | 'initialValue'> = {
  name: 'epsilon-greedy-bandit',
  about: 'takes what has earned most on the same day so far, now and then anything; looks at no future',
  source: 'Sutton and Barto (2018), sections 2.2 to 2.6',
  hyperparameters: {
    epsilon: { default: 0.1, range: [0, 1], about: 'ε, probability of a random action; 0 never explores' },
    stepSize: {
      default: 0,
      range: [0, 1],
      about: 'α, part of the way to a reward that a value moves; 0: the plain average of all rewards',
    },
    initialValue: {
      default: 0,
      range: [-1e9, 1e9],
      about: 'value of an arm before it is tried; above all rewards it makes every arm be tried (optimism)',
    },
  },
  create: (spec, { key }, settings) =>
    tabularBandit(spec, key, (states, actions) =>
      ruleOf(new ArmMeans(states, actions, settings), settings.epsilon, new DayDraws(key, 'bandit explore')),
    ),
};

/** Aₜ = argmaxₐ Qₜ(a) with probability 1 − ε, any with equal probability otherwise (equation 2.2). */
function ruleOf(arms: ArmMeans, epsilon: number, draws: DayDraws): BanditRule {
  const { means, counts } = arms;
  const scores = new Float64Array(arms.actions);
  return {
    score({ state, user, day }, into) {
      // Of equals each is equally likely.
      if (draws.uniform(day, user) < epsilon) into.fill(0);
      else arms.copy(state, into);
    },
    addProbabilities(decision, probabilities) {
      addBestArm(scores.fill(0), decision, probabilities, epsilon);
      arms.copy(decision.state, scores);
      addBestArm(scores, decision, probabilities, 1 - epsilon);
    },
    note: ({ state }, action, reward) => arms.note(state, action, reward),
    learn: () => arms.learn(),
    worth: (arm) => means[arm],
    worthIsReward: true,
    memory: { means, counts },
  };
}
