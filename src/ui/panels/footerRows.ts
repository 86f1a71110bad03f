import { replayKeys } from '../replayKeys.ts';
import type { ReplayState } from '../replayState.ts';
import type { ReplayView } from '../replayView.ts';
import { clipRow, type Row, row, type Span, span } from '../row.ts';
import { keyText } from './keyText.ts';
import type { Room } from './room.ts';
import { wordWrap } from './wordWrap.ts';

/** Height of the footer. */
export const FOOTER_ROWS = 2;

/** The last two lines: what there is to say or to type, and the keys; or the command for this view. */
export function footerRows(view: ReplayView, state: ReplayState, command: string, room: Room): Row[] {
  const { width, glyphs } = room;
  if (state.command) return commandRows(command, room);
  const rows = [messageRow(view, state), keysRow(room)];
  return rows.map((line) => clipRow(line, width, glyphs));
}

function messageRow({ days, users }: ReplayView, { entry, message }: ReplayState): Row {
  if (!entry) return row(span(` ${message}`, 'accent'));
  const [what, last] = entry.what === 'day' ? ['go to day', days] : ['choose user', users - 1];
  const hint = message === '' ? `  0 to ${last}, then enter; esc gives up` : `  ${message}`;
  return row(` ${what}: `, span(entry.digits, 'strong'), span('_', 'today'), span(hint, 'faint'));
}

/** The most used keys, as many as there is room for; help is always among them. */
function keysRow({ width, glyphs }: Room): Row {
  const brief = replayKeys.filter((key) => key.brief !== undefined);
  const kept = [...brief];
  const text = () => kept.map((key) => ` ${keyText(key, glyphs)} ${key.brief} `).join('');
  while (kept.length > 2 && text().length > width) kept.splice(kept.length - 3, 1);
  const words = kept.flatMap((key): (string | Span)[] => [
    ' ',
    span(keyText(key, glyphs), 'strong'),
    ` ${key.brief} `,
  ]);
  return row(...words);
}

/** A command that is too long for two lines is cut; quitting prints all of it. */
function commandRows(command: string, { width, glyphs }: Room): Row[] {
  const lines = wordWrap(
    row(' '),
    command.split(' ').map((word) => span(word, 'accent')),
    width,
  );
  const rows =
    lines.length > FOOTER_ROWS ? [row(' ', span(command, 'accent')), row(' q prints all of it')] : lines;
  return [...rows, row()].slice(0, FOOTER_ROWS).map((line) => clipRow(line, width, glyphs));
}
