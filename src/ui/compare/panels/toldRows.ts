import type { Room } from '../../room.ts';
import { type Row, row, span } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';
import type { CompareView } from '../compareView.ts';

/** What came of a fork for the user it is about. */
export function toldRows({ told }: Pick<CompareView, 'told'>, { width }: Room): Row[] {
  return told.flatMap((line) =>
    wordWrap(
      row(' '),
      line.split(' ').map((word) => span(word)),
      width,
    ),
  );
}
