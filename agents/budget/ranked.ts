import type { BudgetSpec, EnvironmentSpec, Policy } from '../../environments/contract.ts';
import { Allowance } from './allowance.ts';
import { pricesOf } from './prices.ts';
import { offersTo } from './purchases.ts';

/**
 * Has the budget spent where a policy's score gains most per unit of it. The policy is asked for its scores only; one
 * that gives none is returned as it is.
 *
 * Source: the greedy solution of the linear multiple-choice knapsack, Sinha and Zoltners (1979).
 */
export function ranked(policy: Policy, spec: EnvironmentSpec, budget: BudgetSpec): Policy {
  const scoresOf = policy.actionScores?.bind(policy);
  if (!scoresOf) return policy;
  const prices = pricesOf(spec, budget);
  const allowance = new Allowance(budget, spec);
  return {
    selectActions(observation, actions) {
      // Asked as well, as it may remember what it was shown and did.
      policy.selectActions(observation, actions);
      const scores = new Float64Array(actions.length * prices.length);
      scoresOf(observation, scores);
      buy(offersTo(observation, scores, prices), allowance.today(observation.budget ?? Infinity), actions);
    },
    actionScores: scoresOf,
  };
}

/** Buys for everyone while the money lasts; a step that cannot be paid ends what is bought for its user. */
function buy({ offers, free }: ReturnType<typeof offersTo>, budget: number, actions: Uint8Array): void {
  const closed = new Set<number>();
  let left = budget;
  actions.set(free);
  for (const { user, action, price } of offers) {
    if (closed.has(user)) continue;
    if (price > left) {
      closed.add(user);
      continue;
    }
    left -= price;
    actions[user] = action;
  }
}
