import { drawSequence } from '../../../environments/random/drawSequence.ts';
import { drawKey, drawWord } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { streamKey } from '../../../environments/random/streams.ts';

/** Birth keys as the founders of a population have them. */
export function birthKeys(count: number): Int32Array {
  const { a, b } = drawKey(purposeOf('founders'), 0, 0);
  return Int32Array.from({ length: count }, (_, i) => drawWord(i, a, b));
}

/** One draw for each of `count` users, each from its own uniforms. */
export function drawForEach(count: number, purpose: string, draw: (next: () => number) => number): number[] {
  const { a, b } = drawKey(streamKey('laws', 'population'), 1, purposeOf(purpose));
  return Array.from(birthKeys(count), (birth) => draw(drawSequence(birth, a, b)));
}
