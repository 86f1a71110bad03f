import type { ChartAxis } from '../lineChart.ts';
import type { Room } from '../room.ts';
import { type Row, row, span, widthOf } from '../row.ts';
import type { Range } from './niceRange.ts';

/** The labels of a vertical axis, each at its line of text: both ends, and the middle if it has words of its own. */
export function verticalMarks({ label }: ChartAxis, [low, high]: Range, lines: number): Map<number, string> {
  const ends = [label(high), label(low)];
  const middle = label((low + high) / 2);
  const marks = new Map([
    [0, ends[0]],
    [lines - 1, ends[1]],
  ]);
  if (!ends.includes(middle)) marks.set(Math.floor(lines / 2), middle);
  return marks;
}

/**
 * The horizontal axis with the labels of both ends and of the middle, where there is room for them.
 *
 * @param margin columns to the left of the corner
 * @param columns columns to the right of it
 */
export function horizontalAxis(
  { label }: ChartAxis,
  [low, high]: Range,
  { margin, columns }: { readonly margin: number; readonly columns: number },
  { glyphs }: Room,
): Row {
  const [start, middle, end] = [low, (low + high) / 2, high].map(label);
  const line = (length: number) => span(glyphs.rule.repeat(Math.max(length, 0)), 'faint');
  const corner = row(start.padStart(margin), span(glyphs.corner, 'faint'));
  const last = widthOf(end) < columns && high > low ? end : '';
  const before = Math.floor((columns - widthOf(middle)) / 2);
  const after = columns - before - widthOf(middle) - widthOf(last);
  if (before < 1 || after < 1 || middle === start || middle === end)
    return row(...corner, line(columns - widthOf(last)), last);
  return row(...corner, line(before), middle, line(after), last);
}
