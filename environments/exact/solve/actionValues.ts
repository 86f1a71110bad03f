import type { FiniteDecisionProcess } from '../process.ts';

/** Two actions are equally good when their values differ by no more than this, relative to the larger. */
const TIE = 1e-9;

/**
 * Value of one action in a state: r + γ Σ p(s′ | s, a) v(s′).
 *
 * Source: Sutton and Barto (2018), equation 4.6.
 */
export function actionValue(
  { actions, rowOf, rewards, offsets, targets, probabilities }: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
  state: number,
  action: number,
): number {
  const row = rowOf[state * actions + action];
  let future = 0;
  for (let k = offsets[row]; k < offsets[row + 1]; k++) future += probabilities[k] * values[targets[k]];
  return rewards[row] + discount * future;
}

/** What one state's actions are worth; −∞ for those that are not available. */
export function actionValuesOf(
  process: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
  state: number,
): number[] {
  return Array.from({ length: process.actions }, (_, action) =>
    process.available[state * process.actions + action] === 1
      ? actionValue(process, values, discount, state, action)
      : Number.NEGATIVE_INFINITY,
  );
}

/** Indices of the largest values, equals within rounding included. */
export function bestOf(values: readonly number[]): number[] {
  const best = Math.max(...values);
  return values.flatMap((value, index) => (isBest(value, best) ? [index] : []));
}

function isBest(value: number, best: number): boolean {
  return value === best || best - value <= TIE * Math.max(1, Math.abs(best));
}

/** The best actions of every state for given values of what follows. */
export function greedyActions(
  process: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
): number[][] {
  return process.states.map((_, state) => bestOf(actionValuesOf(process, values, discount, state)));
}
