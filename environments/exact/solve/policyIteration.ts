import type { FiniteDecisionProcess } from '../process.ts';
import { bestActions, greedyActions } from './actionValues.ts';
import { NoSolutionError } from './block.ts';
import { chainUnder, deterministic } from './chain.ts';
import { chainValue } from './chainValue.ts';
import { endingPolicy, endlessRewards } from './endingPolicy.ts';
import { valueIteration } from './valueIteration.ts';

/** The best there is, over the true state. */
export interface OptimalValues {
  /** states; currency per user */
  readonly values: Float64Array;
  /** states; every optimal action */
  readonly actions: readonly (readonly number[])[];
  /** states; an optimal action, such that all together are an optimal policy */
  readonly policy: Uint8Array;
}

const MOST_ROUNDS = 1_000;
/** What counts as better, as a part of what values are summed from: finer than a tie, coarser than rounding. */
const BETTER = 1e-12;

/**
 * The optimum with a discount, or without one where life ends by itself: policies are evaluated by linear equations
 * and improved until none is better. Without a discount, only policies count whose rewards add up.
 *
 * Source: Howard (1960); Sutton and Barto (2018), section 4.3.
 *
 * @param discount γ, above 0 and at most 1
 * @throws NoSolutionError if the rewards of some life add up without end
 */
export function policyIteration(process: FiniteDecisionProcess, discount: number): OptimalValues {
  const policy = discount < 1 ? roughPolicy(process, discount) : endingPolicy(process);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const values = chainValue(chainUnder(process, deterministic(process, policy)), discount);
    if (!values.every(Number.isFinite)) throw endlessRewards(process);
    if (!improve(process, values, discount, policy))
      return { values, actions: greedyActions(process, values, discount), policy };
  }
  throw new NoSolutionError(`the policy did not settle within ${MOST_ROUNDS} rounds`);
}

/** Sweeps of value iteration are cheaper than rounds. */
function roughPolicy(process: FiniteDecisionProcess, discount: number): Uint8Array {
  const { values } = valueIteration(process, discount, { tolerance: 1e-9, sweeps: 2_000 });
  return Uint8Array.from(greedyActions(process, values, discount), ([first]) => first);
}

/** Takes a better action wherever there is one; says whether there was any. */
function improve(
  process: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
  policy: Uint8Array,
): boolean {
  let better = false;
  for (let s = 0; s < policy.length; s++) {
    const best = bestActions(process, values, discount, s, undefined, BETTER);
    if (best.includes(policy[s])) continue;
    [policy[s]] = best;
    better = true;
  }
  return better;
}
