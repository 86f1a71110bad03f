import { thousands } from '../formatNumber.ts';
import type { ReplayView } from '../replayView.ts';
import { type Row, row, span, spread } from '../row.ts';
import type { Room } from './room.ts';

/**
 * The first line: whose replay this is, and where it stands.
 *
 * @param pace "paused", or the speed
 */
export function titleRow(
  { label, users, day, days }: ReplayView,
  pace: string,
  { width, glyphs }: Room,
): Row {
  const left = row(span(' tenure replay', 'strong'), `  ${label}  ${thousands(users)} users`);
  const right = row(
    `${pace}   `,
    span(`day ${String(day).padStart(String(days).length)}/${days} `, 'strong'),
  );
  return spread(left, right, width, glyphs);
}
