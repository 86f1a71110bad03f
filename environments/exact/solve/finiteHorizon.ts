import type { FiniteDecisionProcess } from '../process.ts';
import { bestActions, greedyActions } from './actionValues.ts';
import { NoSolutionError } from './block.ts';
import type { Chain } from './chain.ts';
import { bestValue } from './valueIteration.ts';

/** The best there is up to a horizon; it depends on how many days are left. */
export interface HorizonOptimum {
  /** states; with all days still to come */
  readonly values: Float64Array;
  /** states; every optimal action on the first day */
  readonly actions: readonly (readonly number[])[];
  /** states; an optimal action with so many days to go, 1 and more */
  policy(daysToGo: number): Uint8Array;
}

/** Decisions that are kept at most: days × states. */
const MOST_DECISIONS = 200_000_000;

/**
 * The optimum over a number of days, from the last day backwards.
 *
 * Source: Puterman (1994), section 4.5.
 *
 * @param discount γ, above 0 and at most 1
 */
export function finiteHorizon(
  process: FiniteDecisionProcess,
  discount: number,
  days: number,
): HorizonOptimum {
  const size = process.states.length;
  if (size * days > MOST_DECISIONS)
    throw new NoSolutionError(`${days} days of ${size} states are too many decisions to keep`);
  const policies: Uint8Array[] = [];
  let values = new Float64Array(size);
  let later = values;
  for (let day = 1; day <= days; day++) {
    later = values;
    values = new Float64Array(size);
    const policy = new Uint8Array(size);
    for (let s = 0; s < size; s++) {
      [policy[s]] = bestActions(process, later, discount, s);
      values[s] = bestValue(process, later, discount, s);
    }
    policies.push(policy);
  }
  return {
    values,
    actions: greedyActions(process, later, discount),
    policy: (daysToGo) => policies[daysToGo - 1],
  };
}

/**
 * Expected sum of the rewards of a number of days from each state on, of a chain.
 *
 * @returns states; currency per user
 */
export function horizonValue(chain: Chain, discount: number, days: number): Float64Array {
  let values = new Float64Array(chain.rewards.length);
  for (let day = 1; day <= days; day++) values = dayEarlier(chain, discount, values);
  return values;
}

/** Values with one day more to go: r + γ P v. */
export function dayEarlier(
  { rewards, offsets, targets, probabilities }: Chain,
  discount: number,
  later: Float64Array,
): Float64Array<ArrayBuffer> {
  const values = new Float64Array(rewards.length);
  for (let s = 0; s < rewards.length; s++) {
    let future = 0;
    for (let k = offsets[s]; k < offsets[s + 1]; k++) future += probabilities[k] * later[targets[k]];
    values[s] = rewards[s] + discount * future;
  }
  return values;
}
