import { samplers } from '../../environments/random/samplers.ts';
import { type AgentKind, SettingError } from '../kinds.ts';
import type { BanditRule } from './banditRule.ts';
import { DayDraws } from './dayDraws.ts';
import { tabularBandit } from './tabularBandit.ts';

type Scale = { readonly rewardLow: number; readonly rewardHigh: number };

/** Thompson sampling for rewards of 0 and 1, and by a coin with that probability for those between. */
export const thompsonBernoulli: AgentKind<keyof Scale> = {
  name: 'thompson-bernoulli',
  about: 'takes each action as often as it is likely to succeed most on the same day; looks at no future',
  source: 'Thompson (1933); for rewards between 0 and 1 Agrawal and Goyal (2012), algorithm 2',
  hyperparameters: {
    rewardLow: {
      default: 0,
      range: [-1e9, 1e9],
      about: 'reward that counts as failure; what is below counts as this',
    },
    rewardHigh: {
      default: 1,
      range: [-1e9, 1e9],
      about: 'reward that counts as success, above rewardLow; what is above counts as this',
    },
  },
  create(spec, { key }, scale) {
    const { rewardLow, rewardHigh } = scale;
    if (!(rewardLow < rewardHigh)) {
      throw new SettingError(
        `expected thompson-bernoulli rewardHigh to be above rewardLow, got ${rewardHigh} and ${rewardLow}`,
      );
    }
    return tabularBandit(spec, key, (states, actions) => ruleOf(states, actions, key, scale));
  },
};

/**
 * θₐ ~ Beta(1 + successes, 1 + failures); the largest is taken. A reward between 0 and 1 is a success with that
 * probability. The probabilities of the actions have no closed form for more than two arms, so they are not given.
 */
function ruleOf(states: number, actions: number, key: number, scale: Scale): BanditRule {
  const successes = new Float64Array(states * actions);
  const failures = new Float64Array(states * actions);
  const draws = new DayDraws(key, 'bandit posterior');
  const trials = new DayDraws(key, 'bandit trial');
  const outside = { noted: 0, clipped: 0 };
  return {
    score({ state, day, row }, scores) {
      const { a, b } = draws.of(day);
      for (let k = 0; k < actions; k++) {
        const arm = state * actions + k;
        scores[k] = samplers.beta(row + k, a, b, 1 + successes[arm], 1 + failures[arm]);
      }
    },
    note({ state, user, day }, action, reward) {
      const part = (reward - scale.rewardLow) / (scale.rewardHigh - scale.rewardLow);
      outside.noted++;
      if (part < 0 || part > 1) outside.clipped++;
      const success = part >= 1 || (part > 0 && trials.uniform(day, user) < part);
      (success ? successes : failures)[state * actions + action]++;
    },
    learn() {
      const clipped = outside.noted > 0 ? outside.clipped / outside.noted : 0;
      outside.noted = outside.clipped = 0;
      return { clipped };
    },
    worth(arm) {
      const chance = (1 + successes[arm]) / (2 + successes[arm] + failures[arm]);
      return scale.rewardLow + chance * (scale.rewardHigh - scale.rewardLow);
    },
    worthIsReward: true,
    memory: { successes, failures },
  };
}
