import type { Alert } from '../../../training/alert.ts';
import type { Room } from '../../room.ts';
import { heading, type Row, row, span } from '../../row.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import { alertRow } from './alertRow.ts';

/** Every alert with what it means, how it is told and what to do, in as many lines as it takes. */
export function explanationRows(alerts: readonly Alert[], { width, glyphs }: Room): Row[] {
  return alerts.flatMap((alert, k) => [
    ...(k > 0 ? [row()] : []),
    ...wrapped(alertRow(alert, glyphs).slice(0, 2), alert.line, 'strong', width),
    ...paragraph('it means', alert.means, width),
    ...paragraph('told by', alert.told, width),
    ...paragraph('to do', alert.advice, width),
  ]);
}

function paragraph(label: string, text: string, width: number): Row[] {
  return wrapped(row(span(`   ${label.padEnd(9)} `, 'faint')), text, 'plain', width);
}

function wrapped(label: Row, text: string, style: 'plain' | 'strong', width: number): Row[] {
  return wordWrap(row(...label, ' '), wordsOf(text, style), width - 1);
}

/** A part of the same that fits, with a heading that says which. */
export function scrolledExplanation(
  alerts: readonly Alert[],
  from: number,
  room: Room,
  height: number,
): Row[] {
  const rows = explanationRows(alerts, room);
  const space = Math.max(height - 1, 0);
  const top = Math.min(from, Math.max(rows.length - space, 0));
  const part = `${top + 1} to ${Math.min(top + space, rows.length)} of ${rows.length}  ${room.glyphs.upDown}`;
  const title = heading(
    'what the alerts mean; w or esc closes',
    rows.length > space ? part : '',
    room.width,
    room.glyphs,
  );
  return [title, ...rows.slice(top, top + space)];
}
