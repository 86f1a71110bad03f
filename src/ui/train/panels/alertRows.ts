import type { Alert } from '../../../training/alert.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { alertRow } from './alertRow.ts';
import { explanationRows } from './explanationRows.ts';

/** What a person should know: a line each, or all that there is to say of it where there is room. */
export function alertRows(alerts: readonly Alert[], room: Room, most: number): Row[] {
  const { width, glyphs } = room;
  const more = alerts.length > 0 ? 'w explains' : '';
  const explained = explanationRows(alerts, room);
  if (explained.length > 0 && explained.length < most)
    return [heading('alerts', '', width, glyphs), ...explained];
  const rows =
    alerts.length > 0
      ? alerts.map((alert) => clipRow(alertRow(alert, glyphs), width, glyphs))
      : [row(span(' nothing to tell so far', 'faint'))];
  return [heading('alerts', more, width, glyphs), ...shortened(rows, most - 1, 'alerts', room)].slice(
    0,
    most,
  );
}
