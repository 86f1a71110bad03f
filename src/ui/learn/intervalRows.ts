import type { Block, Marked } from '../../learn/block.ts';
import type { Room } from '../room.ts';
import { heading, type Row, row, span, widthOf } from '../row.ts';

/** Longest scale. */
const SCALE = 60;

/** Intervals on one scale that holds 0: `···|··━━●━━···`. */
export function intervalRows(
  { title, rows }: Extract<Block, { kind: 'intervals' }>,
  { width, glyphs }: Room,
): Row[] {
  const label = Math.max(...rows.map((one) => widthOf(one.label)));
  const words = Math.max(...rows.map((one) => widthOf(one.text)));
  const room = Math.min(Math.max(width - label - words - 5, 8), SCALE);
  const from = Math.min(0, ...rows.map(({ low }) => low));
  const to = Math.max(0, ...rows.map(({ high }) => high));
  const columnOf = (value: number) =>
    to > from ? Math.round(((value - from) / (to - from)) * (room - 1)) : 0;
  const lines = rows.map((one) =>
    row(` ${one.label.padEnd(label)} `, span(scale(one, room, columnOf), 'accent'), `  ${one.text}`),
  );
  return [heading(title, '', width, glyphs), ...lines];

  function scale({ mean, low, high }: Marked, length: number, column: (value: number) => number): string {
    return Array.from({ length }, (_, k) => {
      if (k === column(mean)) return glyphs.here;
      if (k === column(0)) return '|';
      return k >= column(low) && k <= column(high) ? glyphs.past : glyphs.dot;
    }).join('');
  }
}
