import type { Observation } from '../../environments/contract.ts';
import { drawKey, drawWord, uniformDraw } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';
import { actionOf } from '../rules/random.ts';
import type { ActionValues } from './actionValues.ts';

const EXPLORE = purposeOf('explore');
const CHOOSE = purposeOf('choose');

/**
 * Takes the best action with probability 1 − ε, and any action with equal probability otherwise.
 *
 * Source: Sutton and Barto (2018), section 2.2.
 *
 * @param epsilons users; each one's ε, between 0 and 1
 * @param key 32-bit key of the exploration stream
 * @param day days decided so far; each has its own luck
 */
export function epsilonGreedy(
  table: ActionValues,
  { states, active }: Observation,
  actions: Uint8Array,
  epsilons: Float64Array,
  key: number,
  day: number,
): void {
  const explore = drawKey(key, day, EXPLORE);
  const choose = drawKey(key, day, CHOOSE);
  for (let i = 0; i < actions.length; i++) {
    if (active[i] === 0) actions[i] = 0;
    else if (uniformDraw(i, explore.a, explore.b) < epsilons[i]) {
      actions[i] = actionOf(drawWord(i, choose.a, choose.b), table.actions);
    } else actions[i] = table.bestAction[states[i]];
  }
}

/** The probabilities that `epsilonGreedy` draws from: users × actions, row-major. */
export function epsilonGreedyProbabilities(
  table: ActionValues,
  { states, active }: Observation,
  probabilities: Float32Array,
  epsilons: Float64Array,
): void {
  for (let i = 0; i < active.length; i++) {
    const [any, best] = active[i] === 1 ? [epsilons[i], table.bestAction[states[i]]] : [0, 0];
    const first = i * table.actions;
    probabilities.fill(any / table.actions, first, first + table.actions);
    probabilities[first + best] += 1 - any;
  }
}
