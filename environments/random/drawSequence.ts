import { uniformDraw } from './keyedDraw.ts';

const STEP_A = 0x9e3779b9 | 0;
const STEP_B = 0x85ebca6b | 0;

/**
 * As many uniforms as a rejection sampler needs, all belonging to one user, day and purpose.
 *
 * The n-th is the keyed draw with both words of the key moved n steps on, so nothing is kept outside this value.
 *
 * @param birth the user's birth key
 * @param a first word of the draw key
 * @param b second word of the draw key
 * @returns a function giving the next uniform in [0, 1)
 */
export function drawSequence(birth: number, a: number, b: number): () => number {
  let n = -1;
  return () => {
    n++;
    return uniformDraw(birth, (a + Math.imul(n, STEP_A)) | 0, (b + Math.imul(n, STEP_B)) | 0);
  };
}
