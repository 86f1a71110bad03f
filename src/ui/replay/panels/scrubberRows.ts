import type { Mark } from '../../../replay/marks.ts';
import { thousands } from '../../formatNumber.ts';
import type { Glyphs } from '../../glyphs.ts';
import type { Room } from '../../room.ts';
import { type Row, row, span } from '../../row.ts';
import { sparkline } from '../../sparkline.ts';
import type { ReplayView } from '../replayView.ts';

const LABEL = 6;

/**
 * Two lines over all days: how many left on each, and where today is, with the marked days and the tenths that the keys
 * 0–9 jump to.
 *
 * @param bookmarks days
 */
export function scrubberRows(view: ReplayView, bookmarks: readonly number[], { width, glyphs }: Room): Row[] {
  const { left, day, days, users, filter } = view;
  const most = left.reduce<number>((largest, count) => Math.max(largest, count ?? 0), 0);
  // Whom a filter lets through is known of the day shown only.
  const whose = filter === undefined ? '' : ' of all';
  const end = 6 + thousands(users).length + whose.length;
  const cells = Math.max(width - LABEL - end - 2, 2);
  const at = (other: number) => (days > 0 ? Math.round((other / days) * (cells - 1)) : 0);
  const bars = sparkline(columnsOf(left, at, cells), [0, Math.max(most, 1)], glyphs);
  const track = Array.from({ length: cells }, (_, c) => (c < at(day) ? glyphs.past : glyphs.future));
  for (let tenth = 0; tenth < 10; tenth++) track[at(Math.round((tenth / 10) * days))] = glyphs.tenth;
  for (const mark of view.marks ?? []) track[at(mark.day)] = markGlyph(mark, glyphs);
  for (const other of bookmarks) track[at(other)] = glyphs.bookmark;
  return [
    row(' left '.padEnd(LABEL), bars, span(`  most ${thousands(most)}${whose}`, 'faint')),
    row(
      ' day  '.padEnd(LABEL),
      track.slice(0, at(day)).join(''),
      span(glyphs.here, 'accent'),
      span(track.slice(at(day) + 1).join(''), 'faint'),
      span(`  ${days}`, 'faint'),
    ),
  ];
}

function markGlyph({ kind }: Mark, { churnMark, policyMark, budgetMark, surpriseMark }: Glyphs): string {
  return { churn: churnMark, policy: policyMark, budget: budgetMark, surprise: surpriseMark }[kind];
}

/** The largest value of the days that fall in each column; a column without a day of its own repeats the last. */
function columnsOf(
  values: readonly (number | undefined)[],
  at: (day: number) => number,
  cells: number,
): (number | undefined)[] {
  const columns = new Array<number | undefined>(cells);
  const owned = new Set<number>();
  for (const [day, value] of values.entries()) {
    const column = at(day);
    const before = owned.has(column) ? columns[column] : undefined;
    columns[column] = value === undefined ? before : Math.max(before ?? 0, value);
    owned.add(column);
  }
  for (let column = 1; column < cells; column++) {
    if (!owned.has(column)) columns[column] = columns[column - 1];
  }
  return columns;
}
