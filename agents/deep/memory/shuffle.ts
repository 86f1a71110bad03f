import { drawKey, drawWord } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';

const SHUFFLE = purposeOf('shuffle');

/**
 * Puts numbers in a random order.
 *
 * Source: Fisher and Yates, in the form of Durstenfeld (1964).
 *
 * @param key 32-bit key of the random stream
 * @param round each has its own luck
 */
export function shuffle(numbers: Uint32Array, key: number, round: number): void {
  const { a, b } = drawKey(key, round, SHUFFLE);
  for (let k = numbers.length - 1; k > 0; k--) {
    const other = Math.floor((drawWord(k, a, b) >>> 0) * 2 ** -32 * (k + 1));
    [numbers[k], numbers[other]] = [numbers[other], numbers[k]];
  }
}
