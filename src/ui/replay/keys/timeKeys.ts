import { beginLine } from '../../screen/beginLine.ts';
import { dayKeys, dayLineKey } from '../../screen/dayKeys.ts';
import type { ScreenKey } from '../../screen/keyboard.ts';
import { dayMoves } from '../dayMoves.ts';
import { nextMark, notAllLived, toggleBookmark } from '../markKeys.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';

/** Going from day to day. */
export const timeKeys: readonly ScreenKey<ReplayState, KeyContext>[] = [
  ...dayKeys(dayMoves),
  {
    keys: ['[', ']'],
    shown: '[ ]',
    brief: 'mark',
    about:
      'previous and next mark: ◆ churn waves, ▲ policy shifts, ? values were off, $ budget spent, ■ bookmarks',
    commands: ['previous', 'next'],
    refused: notAllLived,
    press: (state, context, key) => nextMark(state, context, key === '[' ? -1 : 1),
  },
  {
    keys: ['b'],
    shown: 'b',
    about: 'bookmark this day, or no more',
    commands: ['bookmark'],
    press: toggleBookmark,
  },
  {
    keys: ['B'],
    shown: 'B',
    about: 'pause playing when a condition becomes true',
    press: beginLine('break'),
  },
  dayLineKey,
];
