import { printable } from '../printable.ts';
import type { Room } from '../room.ts';
import { clipRow, type Row, row, span } from '../row.ts';
import { wordsOf, wordWrap } from '../wordWrap.ts';
import { FOOTER_ROWS } from './screenFooter.ts';

/** The command for a view in place of the footer. One that is too long for it is cut; quitting prints all of it. */
export function commandRows(words: string, { width, glyphs }: Room): Row[] {
  const command = printable(words);
  const lines = wordWrap(row(' '), wordsOf(command, 'accent'), width);
  const rows =
    lines.length > FOOTER_ROWS ? [row(' ', span(command, 'accent')), row(' q prints all of it')] : lines;
  return [...rows, row()].slice(0, FOOTER_ROWS).map((line) => clipRow(line, width, glyphs));
}
