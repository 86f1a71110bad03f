import type { Policy } from '../../environments/contract.ts';
import { drawKey, drawWord } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';

const PURPOSE = purposeOf('random action');

/**
 * Takes every available action with the same probability.
 *
 * @param count number of actions
 * @param key 32-bit key of its random stream
 */
export function random(count: number, key: number): Policy {
  const all = Array.from({ length: count }, (_, action) => action);
  let day = 0;
  return {
    selectActions({ active, available }, actions) {
      const { a, b } = drawKey(key, day++, PURPOSE);
      for (let i = 0; i < actions.length; i++) {
        const choices = available ? availableTo(i, available, count) : all;
        actions[i] = active[i] === 1 ? choices[actionOf(drawWord(i, a, b), choices.length)] : 0;
      }
    },
    actionProbabilities({ active, available }, probabilities) {
      probabilities.fill(0);
      for (let i = 0; i < active.length; i++) {
        const choices = active[i] === 0 ? [0] : available ? availableTo(i, available, count) : all;
        for (const action of choices) probabilities[i * count + action] = 1 / choices.length;
      }
    },
  };
}

/** The actions that a user may be given; the first where there is none. */
function availableTo(user: number, available: Uint8Array, count: number): number[] {
  const choices: number[] = [];
  for (let action = 0; action < count; action++)
    if (available[user * count + action] === 1) choices.push(action);
  return choices.length > 0 ? choices : [0];
}

/** An action index from a random 32-bit word, each equally likely to within count · 2⁻³². */
export function actionOf(word: number, count: number): number {
  return Math.floor((word >>> 0) * 2 ** -32 * count);
}
