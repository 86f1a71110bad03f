import type { FiniteDecisionProcess } from '../process.ts';

/** Two actions are equally good when they differ by no more than this part of what their values are summed from. */
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

/** The same sum with all its parts taken positive: how large its rounding may be. */
export function magnitude(
  { actions, rowOf, rewards, offsets, targets, probabilities }: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
  state: number,
  action: number,
): number {
  const row = rowOf[state * actions + action];
  let future = 0;
  for (let k = offsets[row]; k < offsets[row + 1]; k++)
    future += probabilities[k] * Math.abs(values[targets[k]]);
  return Math.abs(rewards[row]) + discount * future;
}

/** Indices of the actions that may be taken in a state, rising. */
export function availableActions({ actions, available }: FiniteDecisionProcess, state: number): number[] {
  const may: number[] = [];
  for (let a = 0; a < actions; a++) if (available[state * actions + a] === 1) may.push(a);
  return may;
}

/**
 * The best of some actions for given values of what follows, equals included.
 *
 * @param part of what the values are summed from that counts as no difference
 */
export function bestActions(
  process: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
  state: number,
  among: readonly number[] = availableActions(process, state),
  part = TIE,
): number[] {
  const worths = among.map((action) => actionValue(process, values, discount, state, action));
  const best = Math.max(...worths);
  const scale = Math.max(...among.map((action) => magnitude(process, values, discount, state, action)));
  return among.filter((_, k) => worths[k] === best || best - worths[k] <= part * scale);
}

/** The best actions of every state for given values of what follows. */
export function greedyActions(
  process: FiniteDecisionProcess,
  values: Float64Array,
  discount: number,
): number[][] {
  return process.states.map((_, state) => bestActions(process, values, discount, state));
}
