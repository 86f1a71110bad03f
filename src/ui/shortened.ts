import type { Room } from './room.ts';
import type { Row } from './row.ts';
import { row, span } from './row.ts';

/** The first rows of a list, with a last one saying how many there is no room for. */
export function shortened(rows: readonly Row[], most: number, what: string, { glyphs }: Room): Row[] {
  if (rows.length <= most) return [...rows];
  const kept = rows.slice(0, Math.max(most - 1, 0));
  const hidden = rows.length - kept.length;
  return most < 1 ? [] : [...kept, row(span(` ${glyphs.ellipsis} ${hidden} more ${what}`, 'faint'))];
}
