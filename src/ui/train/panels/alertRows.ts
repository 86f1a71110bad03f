import type { Alert } from '../../../training/alert.ts';
import type { Glyphs } from '../../glyphs.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, type Style, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';

/** What a person should know, a line each. */
export function alertRows(alerts: readonly Alert[], room: Room, most: number): Row[] {
  const { width, glyphs } = room;
  const more = alerts.length > 0 ? 'w explains' : '';
  const rows =
    alerts.length > 0
      ? alerts.map((alert) => clipRow(alertRow(alert, glyphs), width, glyphs))
      : [row(span(' nothing to tell so far', 'faint'))];
  return [heading('alerts', more, width, glyphs), ...shortened(rows, most - 1, 'alerts', room)].slice(
    0,
    most,
  );
}

/** A mark, the episode, and what is seen. */
export function alertRow({ kind, episode, line }: Alert, glyphs: Glyphs): Row {
  const [mark, style] = marked(kind, glyphs);
  return row(' ', span(mark, style), ` ${String(episode).padStart(3)}  `, line);
}

function marked(kind: Alert['kind'], glyphs: Glyphs): [string, Style] {
  if (kind === 'warning') return [glyphs.warning, 'loss'];
  return kind === 'good' ? [glyphs.good, 'gain'] : [glyphs.dot, 'faint'];
}
