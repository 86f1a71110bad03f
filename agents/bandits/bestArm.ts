import type { Decision } from './decision.ts';

/**
 * The action with the largest score among those available; equals are equally likely.
 *
 * @param scores actions
 * @param word random 32-bit word that decides between equals; without it the first of them is taken
 */
export function bestArm(scores: Float64Array, decision: Decision, word?: number): number {
  let best = -1;
  let equals = 0;
  for (let a = 0; a < scores.length; a++) {
    if (!decision.allows(a)) continue;
    if (best < 0 || scores[a] > scores[best]) {
      best = a;
      equals = 1;
    } else if (scores[a] === scores[best]) equals++;
  }
  if (equals < 2 || word === undefined) return Math.max(best, 0);
  let earlier = Math.floor((word >>> 0) * 2 ** -32 * equals);
  for (let a = best; a < scores.length; a++)
    if (scores[a] === scores[best] && decision.allows(a) && earlier-- === 0) return a;
  return best;
}

/** Adds the probabilities with which `bestArm` takes each action, times `mass`, to the user's row. */
export function addBestArm(
  scores: Float64Array,
  decision: Decision,
  probabilities: Float32Array | Float64Array,
  mass: number,
): void {
  const best = bestArm(scores, decision);
  const isEqual = (a: number) => a === best || (scores[a] === scores[best] && decision.allows(a));
  let equals = 0;
  for (let a = best; a < scores.length; a++) if (isEqual(a)) equals++;
  for (let a = best; a < scores.length; a++) if (isEqual(a)) probabilities[decision.row + a] += mass / equals;
}
