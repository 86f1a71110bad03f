import type { FiniteDecisionProcess } from '../process.ts';
import { actionValue } from './actionValues.ts';
import { NoSolutionError } from './block.ts';

export interface ValueIterationOptions {
  /** ends when no value moves by more than this, relative to the largest */
  readonly tolerance: number;
  readonly sweeps: number;
}

export const VALUE_ITERATION: ValueIterationOptions = { tolerance: 1e-12, sweeps: 100_000 };

/**
 * Values of the best policy, by sweeps over the states that use each new value at once. They start at 0, as the
 * values of a life that ends do.
 *
 * Source: Sutton and Barto (2018), section 4.4.
 *
 * @param discount γ, above 0 and at most 1
 * @returns states; currency per user
 * @throws NoSolutionError if the values do not settle: without a discount, where life need not end
 */
export function valueIteration(
  process: FiniteDecisionProcess,
  discount: number,
  { tolerance, sweeps }: ValueIterationOptions = VALUE_ITERATION,
): Float64Array {
  const values = new Float64Array(process.states.length);
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
    if (change <= tolerance * Math.max(largest, 1)) return values;
  }
  throw new NoSolutionError(`the values did not settle within ${sweeps} sweeps`);
}

function bestValue(
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
