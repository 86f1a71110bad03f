import type { FiniteDecisionProcess } from '../process.ts';
import { actionValue } from './actionValues.ts';
import { chainUnder, deterministic } from './chain.ts';
import { chainValue } from './chainValue.ts';
import { endingPolicy } from './endingPolicy.ts';

export interface ValueIterationOptions {
  /** ends when no value moves by more than this, relative to the largest */
  readonly tolerance: number;
  /** ends after so many */
  readonly sweeps: number;
}

export interface IteratedValues {
  /** states; currency per user */
  readonly values: Float64Array;
  /** whether they came within the tolerance; if not they are somewhere on the way */
  readonly settled: boolean;
}

export const VALUE_ITERATION: ValueIterationOptions = { tolerance: 1e-14, sweeps: 100_000 };

/**
 * Values of the best policy, by sweeps over the states that use each new value at once. With a discount they start at
 * 0; without one at the values of a policy under which life ends, as from above they may stop short of the optimum.
 *
 * Source: Sutton and Barto (2018), section 4.4; Puterman (1994), section 7.2.
 *
 * @param discount γ, above 0 and at most 1
 * @throws NoSolutionError if no policy's rewards add up
 */
export function valueIteration(
  process: FiniteDecisionProcess,
  discount: number,
  { tolerance, sweeps }: ValueIterationOptions = VALUE_ITERATION,
): IteratedValues {
  const values = firstValues(process, discount);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let change = 0;
    let largest = 0;
    // From the last state to the first and back: values travel either way in one sweep.
    for (let i = 0; i < values.length; i++) {
      const state = sweep % 2 === 0 ? values.length - 1 - i : i;
      const value = bestValue(process, values, discount, state);
      change = Math.max(change, Math.abs(value - values[state]));
      largest = Math.max(largest, Math.abs(value));
      values[state] = value;
    }
    if (change <= tolerance * largest) return { values, settled: true };
  }
  return { values, settled: false };
}

function firstValues(process: FiniteDecisionProcess, discount: number): Float64Array {
  if (discount < 1) return new Float64Array(process.states.length);
  return chainValue(chainUnder(process, deterministic(process, endingPolicy(process))), 1);
}

/** The largest action value of a state. */
export function bestValue(
  process: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
  state: number,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let action = 0; action < process.actions; action++) {
    if (process.available[state * process.actions + action] === 0) continue;
    const value = actionValue(process, values, discount, state, action);
    if (value > best) best = value;
  }
  return best;
}
