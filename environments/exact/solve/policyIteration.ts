import type { FiniteDecisionProcess } from '../process.ts';
import { actionValuesOf, bestOf, greedyActions } from './actionValues.ts';
import { NoSolutionError } from './block.ts';
import { chainUnder, deterministic } from './chain.ts';
import { chainValue } from './chainValue.ts';
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

/**
 * The optimum with a discount, or without one where life ends by itself: policies are evaluated by linear equations
 * and improved until none is better.
 *
 * Source: Howard (1960); Sutton and Barto (2018), section 4.3.
 *
 * @param discount γ, above 0 and at most 1
 * @throws NoSolutionError if the rewards of some life add up without end
 */
export function policyIteration(process: FiniteDecisionProcess, discount: number): OptimalValues {
  const policy = firstPolicy(process, discount);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const values = chainValue(chainUnder(process, deterministic(process, policy)), discount);
    refuseInfinite(process, values);
    if (!improve(process, values, discount, policy))
      return { values, actions: greedyActions(process, values, discount), policy };
  }
  throw new NoSolutionError(`the policy did not settle within ${MOST_ROUNDS} rounds`);
}

/** With a discount any policy will do; without one it has to be one whose rewards add up. */
function firstPolicy(process: FiniteDecisionProcess, discount: number): Uint8Array {
  if (discount < 1) {
    const zero = new Float64Array(process.states.length);
    return Uint8Array.from(greedyActions(process, zero, discount), ([first]) => first);
  }
  const values = valueIteration(process, 1, { tolerance: 1e-10, sweeps: 20_000 });
  return properPolicy(process, greedyActions(process, values, 1));
}

/**
 * Of equally good actions takes one that brings the end of life nearer, where there is one: standing still for
 * nothing looks as good as going on, and never gets there.
 *
 * Source: Bertsekas and Tsitsiklis (1991), "An analysis of stochastic shortest path problems".
 */
function properPolicy(process: FiniteDecisionProcess, best: readonly (readonly number[])[]): Uint8Array {
  const policy = Uint8Array.from(best, ([first]) => first);
  const reaches = new Uint8Array(best.length);
  for (let found = true; found; ) {
    found = false;
    for (let s = best.length - 1; s >= 0; s--) {
      if (reaches[s] === 1) continue;
      const action = best[s].find((a) => leadsOn(process, s, a, reaches));
      if (action === undefined) continue;
      policy[s] = action;
      reaches[s] = 1;
      found = true;
    }
  }
  return policy;
}

/** Whether an action may end life, or lead to where it is known to end. */
function leadsOn(
  { actions, rowOf, offsets, targets, probabilities }: FiniteDecisionProcess,
  state: number,
  action: number,
  reaches: Uint8Array,
): boolean {
  const row = rowOf[state * actions + action];
  let stays = 0;
  for (let k = offsets[row]; k < offsets[row + 1]; k++) {
    if (reaches[targets[k]] === 1) return true;
    stays += probabilities[k];
  }
  return stays < 1 - 1e-12;
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
    const best = bestOf(actionValuesOf(process, values, discount, s));
    if (best.includes(policy[s])) continue;
    [policy[s]] = best;
    better = true;
  }
  return better;
}

function refuseInfinite(process: FiniteDecisionProcess, values: Float64Array): void {
  if (values.every(Number.isFinite)) return;
  throw new NoSolutionError(
    `${process.name}: the rewards of some lives add up without end; use a discount below 1, the criterion average, or a horizon`,
  );
}
