import { asciiRow } from '../asciiRow.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import { clipRow, type Row } from '../row.ts';
import type { ScreenSize } from '../screenSize.ts';

/** Rows as every screen hands them on: one fewer than the terminal has, none wider than it, in ASCII where asked. */
export function screenLines(
  rows: readonly Row[],
  { columns, rows: height }: ScreenSize,
  set: GlyphSet,
): Row[] {
  const shown = rows.slice(0, Math.max(height - 1, 1));
  return shown.map((line) => clipRow(set === 'ascii' ? asciiRow(line) : line, columns, glyphsOf(set)));
}
