import type { Room } from '../../room.ts';
import { type Row, row, span } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';

/** What came of a fork for the user it is about, a line each. */
export function toldRows(lines: readonly string[], { width }: Room): Row[] {
  return lines.flatMap((line) =>
    wordWrap(
      row(' '),
      line.split(' ').map((word) => span(word)),
      width,
    ),
  );
}
