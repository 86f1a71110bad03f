import type { Policy } from '../../environments/contract.ts';
import { drawKey, drawWord } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';

const PURPOSE = purposeOf('random action');

/**
 * Takes every action with the same probability.
 *
 * @param count number of actions
 * @param key 32-bit key of its random stream
 */
export function random(count: number, key: number): Policy {
  let day = 0;
  return {
    selectActions({ active }, actions) {
      const { a, b } = drawKey(key, day++, PURPOSE);
      for (let i = 0; i < actions.length; i++) {
        actions[i] = active[i] === 1 ? actionOf(drawWord(i, a, b), count) : 0;
      }
    },
    actionProbabilities({ active }, probabilities) {
      probabilities.fill(1 / count);
      for (let i = 0; i < active.length; i++) {
        if (active[i] === 1) continue;
        probabilities.fill(0, i * count, (i + 1) * count);
        probabilities[i * count] = 1;
      }
    },
  };
}

/** An action index from a random 32-bit word, each equally likely to within count · 2⁻³². */
export function actionOf(word: number, count: number): number {
  return Math.floor((word >>> 0) * 2 ** -32 * count);
}
