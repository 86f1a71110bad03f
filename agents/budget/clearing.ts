import type { Observation } from '../../environments/contract.ts';
import { offersTo } from './purchases.ts';

/**
 * What a unit of budget would be worth today: the gain per unit of the last step that the budget pays for, where all
 * steps are bought in the order of their gains. Below 0 where more could be spent than gains anything.
 *
 * @param scores users × actions; by what the policy acts
 * @param prices what each action takes from the budget
 * @param budget what may be spent today
 * @returns in score per unit of budget; 0 where nothing could be bought
 */
export function clearingPrice(
  observation: Pick<Observation, 'active'>,
  scores: Float64Array,
  prices: readonly number[],
  budget: number,
): number {
  let left = budget;
  let last = 0;
  for (const { price, efficiency } of offersTo(observation, scores, prices, -Infinity).offers) {
    last = efficiency;
    left -= price;
    if (left < 0) break;
  }
  return last;
}
