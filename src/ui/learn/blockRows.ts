import type { Block } from '../../learn/block.ts';
import { bar } from '../bar.ts';
import type { Room } from '../room.ts';
import { clipRow, heading, type Row, row, type Style, span, widthOf } from '../row.ts';
import { wordsOf, wordWrap } from '../wordWrap.ts';
import { chartRows } from './chartRows.ts';
import { intervalRows } from './intervalRows.ts';

/** Longest bar. */
const BAR = 40;

/** A block as lines of text, none wider than the room. */
export function blockRows(block: Block, room: Room): Row[] {
  return rowsOf(block, room).map((line) => clipRow(line, room.width, room.glyphs));
}

function rowsOf(block: Block, room: Room): Row[] {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text, room);
    case 'table':
      return tableRows(block.header, block.rows);
    case 'bars':
      return barRows(block, room);
    case 'intervals':
      return intervalRows(block, room);
    case 'chart':
      return chartRows(block, room);
    case 'grid':
      return gridRows(block, room);
  }
}

/** Words in lines. */
export function paragraph(text: string, { width }: Room, style: Style = 'plain'): Row[] {
  const words = wordsOf(text.replaceAll(/\s+/g, ' '), style);
  return wordWrap(row(' '), words, Math.min(width, 100));
}

/** Columns side by side: the first to the left, the others to the right. */
export function tableRows(header: readonly string[], rows: readonly (readonly string[])[]): Row[] {
  const widths = header.map((title, k) =>
    Math.max(...[title, ...rows.map((cells) => cells[k])].map(widthOf)),
  );
  const padded = (cell: string, k: number) =>
    k === 0 ? cell.padEnd(widths[k]) : `  ${' '.repeat(widths[k] - widthOf(cell))}${cell}`;
  const line = (cells: readonly string[], style: Style) => row(' ', span(cells.map(padded).join(''), style));
  return [line(header, 'faint'), ...rows.map((cells) => line(cells, 'plain'))];
}

function barRows({ title, full, rows }: Extract<Block, { kind: 'bars' }>, { width, glyphs }: Room): Row[] {
  const label = Math.max(...rows.map((one) => widthOf(one.label)));
  const words = Math.max(...rows.map((one) => widthOf(one.text)));
  const room = Math.min(Math.max(width - label - words - 5, 4), BAR);
  const lines = rows.map((one) =>
    row(
      ` ${one.label.padEnd(label)} `,
      span(bar(Math.min(Math.max(one.value / full, 0), 1), room, glyphs), 'accent'),
      `  ${one.text}`,
    ),
  );
  return [heading(title, '', width, glyphs), ...lines];
}

function gridRows({ title, cells }: Extract<Block, { kind: 'grid' }>, { width, glyphs }: Room): Row[] {
  const wide = Math.max(...cells.flat().map(widthOf));
  const lines = cells.map((line) => row('   ', line.map((cell) => cell.padEnd(wide)).join('  ')));
  return [heading(title, '', width, glyphs), ...lines];
}
