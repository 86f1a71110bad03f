import type { Room } from '../../room.ts';
import { type Row, row, rowWidth, span, spread, widthOf } from '../../row.ts';
import type { CompareView } from '../compareView.ts';
import { namesApart } from '../namesApart.ts';
import { aboutRow } from './aboutRow.ts';

/** Height of the title. */
export const TITLE_ROWS = 2;

const NAME = ' tenure compare  ';

/**
 * Which policies, on which day; then what is compared, and how many have gone another way by now.
 *
 * @param pace "paused", or the speed; empty where nothing plays
 * @param wanted the day to live on to
 */
export function titleRows(view: CompareView, pace: string, wanted: number, { width, glyphs }: Room): Row[] {
  const { names, day, days } = view;
  const today = span(`day ${String(day).padStart(String(days).length)}/${days} `, 'strong');
  const onTheWay = wanted > day ? `living on to ${wanted}   ` : '';
  const right = row(pace === '' ? '' : `${pace}   `, onTheWay, today);
  const room = width - NAME.length - rowWidth(right) - 1;
  const [a, b] = fitted([names.a, names.b], room - 8);
  const cut = namesApart(names, { a: Math.max(a, 4), b: Math.max(b, 4) }, glyphs);
  const letter = (text: string) => span(`${text} `, 'strong');
  const left = row(span(NAME, 'strong'), letter('A'), cut.a, '  ', letter('B'), cut.b);
  return [spread(left, right, width, glyphs), aboutRow(view, { width, glyphs })];
}

/** Columns for two names: as long as they are where there is room, else shares of it. */
function fitted([a, b]: readonly [string, string], room: number): [number, number] {
  const [one, other] = [widthOf(a), widthOf(b)];
  if (one + other <= room) return [one, other];
  const half = Math.floor(room / 2);
  if (one <= half) return [one, room - one];
  return other <= half ? [room - other, other] : [half, room - half];
}
