import type { Range } from './chart/niceRange.ts';
import type { Room } from './room.ts';
import { type Row, row, type Span, span } from './row.ts';

/** A value with the ends of its interval, which may be unknown (NaN). */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The least scale that holds 0 and all of some intervals, to draw them below each other. */
export function scaleOf(intervals: readonly Interval[]): Range {
  const ends = intervals.flatMap(({ mean, low, high }) => [mean, low, high]).filter(Number.isFinite);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

/**
 * An interval on a scale, as wide as the room: `······━━━◆━━━····┆····`, with 0 marked. Parts beyond the scale are
 * cut off; of an interval that is not known only the mean is drawn.
 *
 * @param scale the values at the left and the right end
 */
export function intervalBar({ mean, low, high }: Interval, [from, to]: Range, { width, glyphs }: Room): Row {
  const column = (value: number) =>
    to > from ? Math.round(((value - from) / (to - from)) * (width - 1)) : Math.floor((width - 1) / 2);
  const [middle, zero, first, last] = [mean, 0, low, high].map(column);
  return row(...Array.from({ length: Math.max(width, 0) }, (_, k) => spanAt(k)));

  function spanAt(k: number): Span {
    if (k === middle) return span(glyphs.mean, 'accent');
    if (k === zero) return span(glyphs.zero);
    return k >= first && k <= last ? span(glyphs.interval, 'accent') : span(glyphs.dot, 'faint');
  }
}
