import type { Observation } from '../../environments/contract.ts';
import { type DrawKey, drawKey, drawWord, uniformDraw } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';
import { actionOf } from '../rules/random.ts';
import type { ActionValues } from './actionValues.ts';
import { bestValue, countAvailable, isClear, oneAvailable } from './availableActions.ts';

const EXPLORE = purposeOf('explore');
const CHOOSE = purposeOf('choose');

/**
 * Takes the best action with probability 1 − ε, one of them at random where several are equal, and any action with
 * equal probability otherwise: always one that the user may be given today.
 *
 * Source: Sutton and Barto (2018), section 2.2.
 *
 * @param epsilons users; each one's ε, between 0 and 1
 * @param key 32-bit key of the exploration stream
 * @param day days decided so far; each has its own luck
 */
export function epsilonGreedy(
  table: ActionValues,
  observation: Observation,
  actions: Uint8Array,
  epsilons: Float64Array,
  key: number,
  day: number,
): void {
  const { states, active, available } = observation;
  const explore = drawKey(key, day, EXPLORE);
  let choose: DrawKey | undefined;
  for (let i = 0; i < actions.length; i++) {
    const explores = active[i] === 1 && uniformDraw(i, explore.a, explore.b) < epsilons[i];
    if (active[i] === 0) actions[i] = 0;
    else if (!explores && isClear(table, observation, i)) actions[i] = table.bestAction[states[i]];
    else {
      choose ??= drawKey(key, day, CHOOSE);
      const word = drawWord(i, choose.a, choose.b);
      const worth = explores ? -Infinity : bestValue(table, observation, i);
      if (explores && available === undefined) actions[i] = actionOf(word, table.actions);
      else actions[i] = oneAvailable(table, observation, i, worth, word);
    }
  }
}

/** The probabilities that `epsilonGreedy` draws from: users × actions, row-major. */
export function epsilonGreedyProbabilities(
  table: ActionValues,
  observation: Observation,
  probabilities: Float32Array | Float64Array,
  epsilons: Float64Array,
): void {
  const { actions } = table;
  for (let i = 0; i < observation.active.length; i++) {
    const own = probabilities.subarray(i * actions, (i + 1) * actions).fill(0);
    const count = observation.active[i] === 1 ? countAvailable(table, observation, i, -Infinity) : 0;
    if (count === 0) own[0] = 1;
    else share(own, table, observation, i, epsilons[i], count);
  }
}

/** Gives every available action its part of ε, and the best of them their parts of the rest. */
function share(
  own: Float32Array | Float64Array,
  table: ActionValues,
  observation: Observation,
  user: number,
  epsilon: number,
  count: number,
): void {
  const { states, available } = observation;
  const best = bestValue(table, observation, user);
  const ties = countAvailable(table, observation, user, best);
  for (let a = 0; a < own.length; a++) {
    if (available?.[user * own.length + a] === 0) continue;
    const greedy = table.values[states[user] * own.length + a] === best ? (1 - epsilon) / ties : 0;
    own[a] = epsilon / count + greedy;
  }
}
