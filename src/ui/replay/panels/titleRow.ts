import { thousands } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clip, type Row, row, rowWidth, span, spread, widthOf } from '../../row.ts';
import type { ReplayView } from '../replayView.ts';

const NAME = ' tenure replay  ';

/**
 * The first line: whose replay this is, and where it stands.
 *
 * @param pace "paused", or the speed; empty where nothing plays
 */
export function titleRow({ label, born, day, days }: ReplayView, pace: string, { width, glyphs }: Room): Row {
  const today = span(`day ${String(day).padStart(String(days).length)}/${days} `, 'strong');
  const right = row(pace === '' ? '' : `${pace}   `, today);
  const everyone = `  ${thousands(born)} users`;
  const room = width - NAME.length - widthOf(everyone) - 1 - rowWidth(right);
  const left = row(span(NAME, 'strong'), clip(label, Math.max(room, 8), glyphs), everyone);
  return spread(left, right, width, glyphs);
}
