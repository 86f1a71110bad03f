import type { LearnedReward } from './learnedReward.ts';

/** The world's own reward, discounted day by day. @param discount γ */
export function dailyReward(discount: number): LearnedReward {
  return {
    of: (_, { rewards, discounts }) => ({ rewards, discounts: discounts.map((stays) => stays * discount) }),
    kept: { save: () => ({}), restore: () => () => {} },
  };
}
