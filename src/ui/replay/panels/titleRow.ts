import { thousands } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clip, type Row, row, rowWidth, span, spread, widthOf } from '../../row.ts';
import type { ReplayView } from '../replayView.ts';

const NAME = ' tenure replay  ';

/** How many users there are, or whom of them the filter lets through. */
function whoInWords({ born, users, filter }: ReplayView): string {
  return filter === undefined
    ? `${thousands(born)} users`
    : `${thousands(born)} of ${thousands(users)} users: ${filter}`;
}

/**
 * The first line: whose replay this is, and where it stands.
 *
 * @param pace "paused", or the speed; empty where nothing plays
 */
export function titleRow(view: ReplayView, pace: string, { width, glyphs }: Room): Row {
  const { label, day, days } = view;
  const today = span(`day ${String(day).padStart(String(days).length)}/${days} `, 'strong');
  const right = row(pace === '' ? '' : `${pace}   `, today);
  const everyone = `  ${whoInWords(view)}`;
  const room = width - NAME.length - widthOf(everyone) - 1 - rowWidth(right);
  const left = row(span(NAME, 'strong'), clip(label, Math.max(room, 8), glyphs), everyone);
  return spread(left, right, width, glyphs);
}
