import type { OfBoth } from '../../replay/pairTally.ts';
import type { Glyphs } from '../glyphs.ts';
import { clip, widthOf } from '../row.ts';
import { characters } from '../textWidth.ts';

/**
 * Cuts the names of both so that they still differ: where cutting the ends would leave the same of both, their common
 * beginning is cut too.
 *
 * @param most columns for each
 */
export function namesApart(names: OfBoth<string>, most: OfBoth<number>, glyphs: Glyphs): OfBoth<string> {
  const common = commonLength(names);
  const isSeen = (side: 'a' | 'b') => widthOf(names[side]) <= most[side] || common < most[side] - 1;
  if (names.a === names.b || (isSeen('a') && isSeen('b'))) return cutEnds(names, most, glyphs);
  // As much of the beginning as has to go for the ends to be there, and never what tells them apart.
  const over = Math.max(widthOf(names.a) - most.a, widthOf(names.b) - most.b) + 1;
  const from = Math.min(over, common);
  const tail = (name: string) => `${glyphs.ellipsis}${characters(name).slice(from).join('')}`;
  return cutEnds({ a: tail(names.a), b: tail(names.b) }, most, glyphs);
}

function cutEnds({ a, b }: OfBoth<string>, most: OfBoth<number>, glyphs: Glyphs): OfBoth<string> {
  return { a: clip(a, most.a, glyphs), b: clip(b, most.b, glyphs) };
}

/** Characters at the beginning that are the same in both. */
function commonLength(names: OfBoth<string>): number {
  const [a, b] = [characters(names.a), characters(names.b)];
  const first = a.findIndex((character, k) => character !== b[k]);
  return first < 0 ? a.length : first;
}
