import type { Room } from '../../room.ts';
import { clipRow, type Row, row, span } from '../../row.ts';
import { FOOTER_ROWS, screenFooter } from '../../screen/screenFooter.ts';
import { wordWrap } from '../../wordWrap.ts';
import { replayKeyboard } from '../replayKeys.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';

/** What the keys line leaves out first where there is little room. */
const DISPENSABLE = [
  'speed',
  '5 days',
  'jump',
  'user',
  'step',
  'mark',
  'why',
  'filter',
  'panel',
  'left today',
  'fork',
  'play',
];

/**
 * The last two lines: what there is to say or to type, and the keys; or the command for this view.
 *
 * @param command prints the same view
 */
export function footerRows(state: ReplayState, context: KeyContext, command: string, room: Room): Row[] {
  if (state.command) return commandRows(command, room);
  return screenFooter({ keyboard: replayKeyboard, state, context, dispensable: DISPENSABLE }, room);
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
