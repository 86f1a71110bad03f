import type { Glyphs } from '../../glyphs.ts';
import { clipRow, type Row, row, rowWidth, span } from '../../row.ts';

/** A heading of words in several styles, drawn as a horizontal line with them in it. */
export function ruledRow(words: Row, width: number, glyphs: Glyphs): Row {
  const line = (length: number) => span(glyphs.rule.repeat(Math.max(length, 0)), 'faint');
  const cut = clipRow(words, width - 6, glyphs);
  return row(line(2), ' ', ...cut, ' ', line(width - 4 - rowWidth(cut)));
}
