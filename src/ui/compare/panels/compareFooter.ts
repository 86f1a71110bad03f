import type { Room } from '../../room.ts';
import type { Row } from '../../row.ts';
import { commandRows } from '../../screen/commandRows.ts';
import { screenFooter } from '../../screen/screenFooter.ts';
import { compareKeyboard } from '../compareKeys.ts';
import type { CompareContext, CompareState } from '../compareState.ts';

/** What the keys line leaves out first where there is little room. */
const DISPENSABLE = [
  'speed',
  '5 days',
  'jump',
  'next',
  'swap',
  'step',
  'choose',
  'play',
  'split',
  'panel',
  'back',
];

/** The last two lines: what there is to say or to type, and the keys; or the command for this view. */
export function compareFooter(
  state: CompareState,
  context: CompareContext,
  command: string,
  room: Room,
): Row[] {
  if (state.command) return commandRows(command, room);
  return screenFooter({ keyboard: compareKeyboard, state, context, dispensable: DISPENSABLE }, room);
}
