import { beginLine, withLine } from '../../screen/beginLine.ts';
import type { ScreenKey } from '../../screen/keyboard.ts';
import { noComparing } from '../againstLine.ts';
import { stillAsked } from '../asking.ts';
import { noFork } from '../forkLine.ts';
import { noKept, openKept } from '../kept/keptKeys.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';
import { nextUser, someoneWhoLeft, toggleFollow } from '../userKeys.ts';

/** Who is looked at, and what else could have become of them. */
export const peopleKeys: readonly ScreenKey<ReplayState, KeyContext>[] = [
  {
    keys: ['l'],
    shown: 'l',
    brief: 'left today',
    about: 'someone who left today; again: the next one',
    commands: ['left'],
    press: someoneWhoLeft,
  },
  {
    keys: ['n', 'p'],
    shown: 'n p',
    brief: 'user',
    about: 'next and previous user of the filter, or of the same stage',
    press: (state, context, key) => nextUser(state, context, key === 'n' ? 1 : -1),
  },
  { keys: ['u'], shown: 'u 173 enter', about: 'choose user 173', press: beginLine('user') },
  {
    keys: ['/'],
    shown: '/',
    brief: 'filter',
    about: 'count and draw only some users: /stage:dormant enter',
    press: (state) => withLine(state, { kind: 'filter', text: state.filter?.text ?? '' }),
  },
  {
    keys: ['f'],
    shown: 'f',
    about: 'follow the user: playing pauses where something happens to it',
    commands: ['follow'],
    press: toggleFollow,
  },
  {
    keys: ['F'],
    shown: 'F',
    brief: 'fork',
    about: 'do something else today and see what would have become of it: F coupon enter',
    refused: (state, context) => stillAsked(state.asked) ?? noFork(state, context),
    press: beginLine('fork'),
  },
  {
    keys: ['K'],
    shown: 'K',
    brief: 'kept?',
    about:
      'what would have kept the chosen user, if it leaves today or in the next six days, else those who left today; again: all of that day',
    refused: (state, context) => stillAsked(state.asked) ?? noKept(state, context),
    press: openKept,
  },
  {
    keys: ['v'],
    shown: 'v',
    about: 'beside another policy: the same people, the same luck',
    refused: (state, context) => stillAsked(state.asked) ?? noComparing(state, context),
    press: beginLine('against'),
  },
];
