import type { Observation } from '../../environments/contract.ts';

/** A step up from one action to a dearer one. */
export interface Purchase {
  readonly user: number;
  readonly action: number;
  /** what it takes from the budget, beyond what the action before took */
  readonly price: number;
  /** gain in score per unit of budget */
  readonly efficiency: number;
}

/**
 * What could be bought for one user: the actions on the upper hull of score over price, as steps from each to the next
 * dearer one. Efficiencies fall from step to step, so that steps of all users can be bought in the order of theirs.
 *
 * Source: Sinha and Zoltners (1979), "The multiple-choice knapsack problem", Operations Research 27(3), section 2.
 *
 * @param scores of each action, −∞ where it is not available
 * @param prices of each action, from 0 on
 * @param free the best action that takes nothing
 * @param least steps that gain less than this per unit of budget are left out; default 0
 */
export function purchasesOf(
  user: number,
  scores: ArrayLike<number>,
  prices: readonly number[],
  free: number,
  least = 0,
): Purchase[] {
  const steps: Purchase[] = [];
  let at = free;
  for (;;) {
    const next = steepest(scores, prices, at, least);
    if (next === undefined) return steps;
    const price = prices[next] - prices[at];
    steps.push({ user, action: next, price, efficiency: (scores[next] - scores[at]) / price });
    at = next;
  }
}

/** The dearer action with the largest gain per unit of budget over the one at hand, above the least. */
function steepest(
  scores: ArrayLike<number>,
  prices: readonly number[],
  at: number,
  least: number,
): number | undefined {
  let best: number | undefined;
  let steepness = least;
  for (let action = 0; action < prices.length; action++) {
    const price = prices[action] - prices[at];
    const gain = scores[action] - scores[at];
    if (price > 0 && gain / price > steepness) {
      steepness = gain / price;
      best = action;
    }
  }
  return best;
}

/** What everyone could be sold, best value first. */
export function offersTo(
  { active }: Pick<Observation, 'active'>,
  scores: Float64Array,
  prices: readonly number[],
  least = 0,
): { readonly offers: readonly Purchase[]; readonly free: Uint8Array } {
  const count = prices.length;
  const offers: Purchase[] = [];
  const free = new Uint8Array(active.length);
  for (let user = 0; user < active.length; user++) {
    if (active[user] === 0) continue;
    const own = scores.subarray(user * count, (user + 1) * count);
    free[user] = bestFree(own, prices);
    offers.push(...purchasesOf(user, own, prices, free[user], least));
  }
  return { offers: offers.sort((a, b) => b.efficiency - a.efficiency || a.user - b.user), free };
}

function bestFree(scores: Float64Array, prices: readonly number[]): number {
  let best = 0;
  for (let action = 1; action < prices.length; action++)
    if (prices[action] <= 0 && scores[action] > scores[best]) best = action;
  return best;
}
