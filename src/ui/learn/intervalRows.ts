import type { Block } from '../../learn/block.ts';
import { intervalBar, scaleOf } from '../intervalBar.ts';
import type { Room } from '../room.ts';
import { heading, type Row, row, widthOf } from '../row.ts';

/** Longest scale. */
const SCALE = 60;

/** Intervals on one scale that holds 0: `···┆··━━◆━━···`. */
export function intervalRows(
  { title, rows }: Extract<Block, { kind: 'intervals' }>,
  { width, glyphs }: Room,
): Row[] {
  const label = Math.max(...rows.map((one) => widthOf(one.label)));
  const words = Math.max(...rows.map((one) => widthOf(one.text)));
  const room = Math.min(Math.max(width - label - words - 5, 8), SCALE);
  const scale = scaleOf(rows);
  const lines = rows.map((one) =>
    row(` ${one.label.padEnd(label)} `, ...intervalBar(one, scale, { width: room, glyphs }), `  ${one.text}`),
  );
  return [heading(title, '', width, glyphs), ...lines];
}
