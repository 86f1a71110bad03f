import type { Program } from '../../../../environments/scenario/program.ts';
import type { KeptSearch, NotSearched } from '../../../replay/kept/keptSearch.ts';
import { type GlyphSet, glyphsOf } from '../../glyphs.ts';
import { printable } from '../../printable.ts';
import { clipRow, row, textOf } from '../../row.ts';
import { keptRows } from '../panels/keptRows.ts';

/** What to print. */
export interface PlainKeptOptions {
  /** what the recording is called */
  readonly label: string;
  /** columns; no line is longer */
  readonly width: number;
  readonly glyphs: GlyphSet;
}

/** Who could have been kept, all of them, as text without escape codes; or why that cannot be told. */
export function plainKept(
  search: KeptSearch | NotSearched,
  program: Program,
  { label, width, glyphs }: PlainKeptOptions,
): string {
  const room = { width, glyphs: glyphsOf(glyphs) };
  const rows =
    search.kind === 'none' ? [row(` ${search.reason}`)] : keptRows({ search }, program, room, Infinity);
  const title = row(` tenure replay  ${printable(label)}`);
  const lines = [title, ...rows].map((line) => textOf(clipRow(line, width, room.glyphs)));
  return lines.join('\n');
}
