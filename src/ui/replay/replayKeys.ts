import type { Keyboard } from '../screen/keyboard.ts';
import { againstLine } from './againstLine.ts';
import { breakLine, filterLine, shadeLine } from './conditionLines.ts';
import { forkLine } from './forkLine.ts';
import { keptLine } from './kept/keptLine.ts';
import { leavingKeys } from './keys/leavingKeys.ts';
import { peopleKeys } from './keys/peopleKeys.ts';
import { timeKeys } from './keys/timeKeys.ts';
import { viewKeys } from './keys/viewKeys.ts';
import { dayLine, userLine } from './numberLines.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** What keys do in the replay. */
export const replayKeyboard: Keyboard<ReplayState, KeyContext> = {
  keys: [...timeKeys, ...peopleKeys, ...viewKeys, ...leavingKeys],
  lines: {
    day: dayLine,
    user: userLine,
    filter: filterLine,
    break: breakLine,
    shade: shadeLine,
    fork: forkLine,
    against: againstLine,
    kept: keptLine,
  },
};
