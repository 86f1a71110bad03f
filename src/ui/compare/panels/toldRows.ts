import type { Room } from '../../room.ts';
import { type Row, row } from '../../row.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';

/** What came of a fork for the user it is about, a line each. */
export function toldRows(lines: readonly string[], { width }: Room): Row[] {
  return lines.flatMap((line) => wordWrap(row(' '), wordsOf(line), width));
}
