import { gamma } from '../../environments/random/distributions/gamma.ts';
import { standardNormal } from '../../environments/random/distributions/normal.ts';
import { drawSequence } from '../../environments/random/drawSequence.ts';
import type { AgentKind } from '../kinds.ts';
import type { BanditRule } from './banditRule.ts';
import { DayDraws } from './dayDraws.ts';
import { NormalArms } from './normalArms.ts';
import { tabularBandit } from './tabularBandit.ts';

/** Thompson sampling for rewards of any size whose spread is not known. */
export const thompsonGaussian: AgentKind<'priorWeight'> = {
  name: 'thompson-gaussian',
  about: 'takes each action as often as it is likely to earn most on the same day; looks at no future',
  source:
    'Thompson (1933); normal-inverse-gamma posterior: Gelman et al. (2013), Bayesian Data Analysis, section 3.3',
  hyperparameters: {
    priorWeight: {
      default: 1,
      range: [0.001, 1e6],
      about:
        'rewards that the prior of an arm counts for, with mean and spread of all rewards so far; around 1',
    },
  },
  create: (spec, { key }, { priorWeight }) =>
    tabularBandit(spec, key, (states, actions) =>
      ruleOf(new NormalArms(states, actions, priorWeight), actions, new DayDraws(key, 'bandit posterior')),
    ),
};

/**
 * μₐ from its posterior, a Student t; the largest is taken. The probabilities of the actions have no closed form, so
 * they are not given.
 */
function ruleOf(arms: NormalArms, actions: number, draws: DayDraws): BanditRule {
  return {
    score({ state, day, row }, scores) {
      const { a, b } = draws.of(day);
      for (let k = 0; k < actions; k++) {
        const arm = state * actions + k;
        const next = drawSequence(row + k, a, b);
        const normal = standardNormal(next());
        const half = arms.freedom(arm) / 2;
        scores[k] = arms.mean(arm) + (arms.scale(arm) * normal) / Math.sqrt(gamma(next, half, half));
      }
    },
    note: ({ state }, action, reward) => arms.note(state * actions + action, reward),
    learn: () => undefined,
    worth: (arm) => arms.mean(arm),
    worthIsReward: true,
    memory: arms.memory,
  };
}
