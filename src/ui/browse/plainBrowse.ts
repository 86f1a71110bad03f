import { asciiRow } from '../asciiRow.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import { printable } from '../printable.ts';
import type { Room } from '../room.ts';
import { clipRow, type Row, row, textOf } from '../row.ts';
import { type BrowseLists, type Item, LISTS } from './browseLists.ts';
import { itemTable } from './itemTable.ts';

/** What text is made of instead of a screen. */
export interface PlainBrowseOptions {
  /** columns */
  readonly width: number;
  readonly glyphs: GlyphSet;
  /** milliseconds, for how long ago something was */
  readonly now: number;
}

/** The three lists as text, everything in them read. No line ends with a line break. */
export function plainBrowse(
  lists: BrowseLists,
  { width, glyphs: set, now }: PlainBrowseOptions,
): readonly string[] {
  const room: Room = { width, glyphs: glyphsOf(set) };
  const rows = LISTS.flatMap((list, k): Row[] => {
    const items: readonly Item[] = lists[list];
    for (const item of items) item.read();
    const table = itemTable(list, items, now, room);
    const none = row(
      `there are no ${list} in ${printable(lists.results)}; make one with: tenure train coupon-trap`,
    );
    return [
      ...(k > 0 ? [row()] : []),
      ...(items.length > 0 ? [table.header, ...items.map(table.rowOf)] : [none]),
    ];
  });
  return rows.map((line) => textOf(clipRow(set === 'ascii' ? asciiRow(line) : line, width, room.glyphs)));
}
