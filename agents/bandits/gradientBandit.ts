import { HALF_STEP } from '../../environments/random/distributions/normal.ts';
import { log } from '../../environments/random/log.ts';
import type { AgentKind } from '../kinds.ts';
import type { BanditRule } from './banditRule.ts';
import { DayDraws } from './dayDraws.ts';
import { Preferences } from './preferences.ts';
import { tabularBandit } from './tabularBandit.ts';

/** Gradient bandit: learns preferences between actions rather than what they are worth. */
export const gradientBandit: AgentKind<'stepSize'> = {
  name: 'gradient-bandit',
  about: 'prefers what earns more than usual on the same day; looks at no future',
  source: 'Sutton and Barto (2018), section 2.8',
  hyperparameters: {
    stepSize: {
      default: 0.1,
      range: [0, 1e6],
      about: 'α, how far a reward 1 above the usual moves a preference; 0.1 where rewards differ by about 1',
    },
  },
  create: (spec, { key }, { stepSize }) =>
    tabularBandit(spec, key, (states, actions) =>
      ruleOf(new Preferences(states, actions, stepSize), new DayDraws(key, 'bandit preference')),
    ),
};

/**
 * Takes action a with probability πₐ ∝ exp(Hₐ): the largest of Hₐ plus a standard Gumbel variable.
 *
 * Source of the draw: Maddison, Tarlow and Minka (2014), "A* sampling", section 2.
 */
function ruleOf(preferences: Preferences, draws: DayDraws): BanditRule {
  const { actions, values, baselines, visits } = preferences;
  return {
    score({ state, day, row }, scores) {
      for (let a = 0; a < actions; a++) {
        const gumbel = -log(-log(draws.uniform(day, row + a) + HALF_STEP));
        scores[a] = values[state * actions + a] + gumbel;
      }
    },
    addProbabilities(decision, probabilities) {
      const chances = preferences.chances(decision);
      for (let a = 0; a < actions; a++) probabilities[decision.row + a] += chances[a];
    },
    note: (decision, action, reward) => preferences.note(decision, action, reward),
    learn() {
      preferences.learn();
      return undefined;
    },
    worth: (arm) => values[arm],
    worthIsReward: false,
    memory: { preferences: values, baselines, visits },
  };
}
