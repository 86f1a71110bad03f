import type { BudgetSpec, EnvironmentSpec, Observation, Policy } from '../../environments/contract.ts';
import { Allowance } from './allowance.ts';
import { pricesOf } from './prices.ts';
import { offersTo } from './purchases.ts';

/**
 * Has the budget spent where a policy's score gains most per unit of it, on days on which it does not suffice. The policy is asked for its scores only; one
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
      policy.selectActions(observation, actions);
      const today = allowance.today(observation.budget ?? Infinity);
      if (costOf(actions, observation, prices) <= today) return;
      const scores = new Float64Array(actions.length * prices.length);
      scoresOf(observation, scores);
      buy(offersTo(observation, scores, prices), today, actions);
    },
    actionScores: scoresOf,
  };
}

function costOf(actions: Uint8Array, { active }: Observation, prices: readonly number[]): number {
  let sum = 0;
  for (let user = 0; user < actions.length; user++) if (active[user] === 1) sum += prices[actions[user]];
  return sum;
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
