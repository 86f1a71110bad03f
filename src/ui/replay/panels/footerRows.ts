import type { Room } from '../../room.ts';
import type { Row } from '../../row.ts';
import { commandRows } from '../../screen/commandRows.ts';
import { screenFooter } from '../../screen/screenFooter.ts';
import { replayKeyboard } from '../replayKeys.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';

/** What the keys line leaves out first where there is little room. */
const DISPENSABLE = [
  'speed',
  '5 days',
  'jump',
  'user',
  'kept?',
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
