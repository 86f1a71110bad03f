import type { Keyboard, ScreenKey } from '../screen/keyboard.ts';
import { changeSpeed } from '../screen/transport.ts';
import { againstLine, noComparing } from './againstLine.ts';
import { giveUp, stillAsked } from './asking.ts';
import { breakLine, filterLine, shadeLine } from './conditionLines.ts';
import { jumpToTenth, playOrPause, step } from './dayKeys.ts';
import { forkLine, noFork } from './forkLine.ts';
import { changeOrder, noGrid, zoom } from './gridKeys.ts';
import { chooseKept, forkKept, noKept, openKept } from './kept/keptKeys.ts';
import { keptLine } from './kept/keptLine.ts';
import { nextMark, notAllLived, toggleBookmark } from './markKeys.ts';
import { dayLine, userLine } from './numberLines.ts';
import { changeMix, isWhole, nextPage, scrollWhy, showUser, toggleWhy } from './panelKeys.ts';
import type { KeyContext, ReplayState } from './replayState.ts';
import { nextUser, someoneWhoLeft, toggleFollow } from './userKeys.ts';

type Key = ScreenKey<ReplayState, KeyContext>;

/** Begins to type a line of a kind. */
const type =
  (kind: string): Key['press'] =>
  (state) => ({ ...state, playing: false, line: { kind, text: '' } });

const TIME: readonly Key[] = [
  {
    keys: ['space'],
    shown: 'space',
    brief: 'play',
    about: 'play or pause',
    commands: ['play'],
    press: playOrPause,
  },
  {
    keys: [',', '.'],
    shown: ', .',
    brief: 'step',
    about: 'a day back, a day forward',
    commands: ['back', 'forward'],
    press: (state, context, key) => step(state, context, key === ',' ? -1 : 1),
  },
  {
    keys: ['left', 'right'],
    shown: ({ leftRight }) => leftRight,
    brief: '5 days',
    about: 'five days back, five days forward',
    press: (state, context, key) => step(state, context, key === 'left' ? -5 : 5),
  },
  {
    keys: [...'0123456789'],
    shown: '0-9',
    brief: 'jump',
    about: 'jump to that tenth of the recording',
    press: jumpToTenth,
  },
  {
    keys: ['<', '>'],
    shown: '< >',
    brief: 'speed',
    about: 'play slower, play faster',
    commands: ['slower', 'faster'],
    press: (state, _, key) => changeSpeed(state, key === '<' ? -1 : 1),
  },
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
  { keys: ['B'], shown: 'B', about: 'pause playing when a condition becomes true', press: type('break') },
  { keys: ['g'], shown: 'g 41 enter', about: 'go to day 41', press: type('day') },
];

const USERS: readonly Key[] = [
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
  { keys: ['u'], shown: 'u 173 enter', about: 'choose user 173', press: type('user') },
  {
    keys: ['/'],
    shown: '/',
    brief: 'filter',
    about: 'count and draw only some users: /stage:dormant enter',
    press: (state) => ({
      ...state,
      playing: false,
      line: { kind: 'filter', text: state.filter?.text ?? '' },
    }),
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
    press: type('fork'),
  },
  {
    keys: ['K'],
    shown: 'K',
    brief: 'kept?',
    about:
      'who could have been kept, by one other action on one of the last mornings, with the same luck: the chosen user who left, else those who left today; again: all of that day',
    refused: (state, context) => stillAsked(state.asked) ?? noKept(state, context),
    press: openKept,
  },
  {
    keys: ['v'],
    shown: 'v',
    about: 'beside another policy: the same people, the same luck',
    refused: (state, context) => stillAsked(state.asked) ?? noComparing(state, context),
    press: type('against'),
  },
];

const PANELS: readonly Key[] = [
  {
    keys: ['return'],
    shown: 'enter',
    about: 'look at the chosen user, where the screen is too small for all; on the list of K: fork it there',
    press: (state, context) => (state.kept ? forkKept(state, context, state.kept) : showUser(state)),
  },
  {
    keys: ['w'],
    shown: 'w',
    brief: 'why',
    about: 'show or hide why the day went as it did',
    commands: ['why'],
    press: toggleWhy,
  },
  {
    keys: ['up', 'down', 'pageup', 'pagedown'],
    shown: ({ upDown }) => upDown,
    about: 'scroll the why panel, by a page with page up and down; choose on the list of K',
    press(state, context, key) {
      const [unit, direction] = [
        key.startsWith('page') ? 'page' : 'line',
        key.endsWith('up') ? -1 : 1,
      ] as const;
      if (state.kept) return chooseKept(state, state.kept, unit, direction);
      return scrollWhy(state, context, unit, direction);
    },
  },
  {
    keys: ['h'],
    shown: 'h',
    about: 'tell or hide what is hidden from the policy: traits and state of the user',
    commands: ['hidden'],
    press: (state) => ({ ...state, hidden: !state.hidden }),
  },
  {
    keys: ['m'],
    shown: 'm',
    about: 'who moved today, or the matrix of all moves since the start',
    commands: ['matrix'],
    press: (state) => ({ ...state, flow: state.flow === 'today' ? 'matrix' : 'today', page: 'overview' }),
  },
  {
    keys: ['a'],
    shown: 'a',
    about: "today's actions by stage, or each action over all days",
    commands: ['actions'],
    press: changeMix,
  },
  {
    keys: ['o'],
    shown: 'o',
    about: 'picture of users by stage, or by number so that each keeps its place',
    commands: ['order'],
    refused: noGrid,
    press: changeOrder,
  },
  {
    keys: ['+', '-'],
    shown: '+ -',
    about: 'fewer users to a cell of the picture, or more',
    commands: ['closer', 'farther'],
    refused: noGrid,
    press: (state, _, key) => zoom(state, key === '+' ? 1 : -1),
  },
  {
    keys: ['tab'],
    shown: 'tab',
    brief: 'panel',
    about: 'the next panel, where the screen is too small for all',
    commands: ['panel'],
    refused: isWhole,
    press: nextPage,
  },
];

const LEAVING: readonly Key[] = [
  {
    keys: ['s'],
    shown: 's',
    about: 'save this screen as a picture (SVG) and as text',
    commands: ['save'],
    refused: ({ asked }, { can }) => (can.save ? stillAsked(asked) : 'there is nowhere to save to'),
    press: (state) => ({ ...state, asked: { kind: 'save' } }),
  },
  {
    keys: ['y'],
    shown: 'y',
    about: 'copy the command that prints this view, where the terminal lets programs copy, and show it',
    commands: ['command'],
    press: (state) => ({ ...state, command: true, asked: state.asked ?? { kind: 'copy' } }),
  },
  {
    keys: ['escape'],
    shown: 'esc',
    about: 'give up what is being typed or lived; close a list; lift the filter',
    press: giveUp,
  },
  {
    keys: ['q'],
    shown: 'q',
    brief: 'quit',
    about: 'quit; so does Ctrl-C',
    commands: ['quit'],
    press: (state) => ({ ...state, quit: true }),
  },
];

/** What keys do in the replay. */
export const replayKeyboard: Keyboard<ReplayState, KeyContext> = {
  keys: [...TIME, ...USERS, ...PANELS, ...LEAVING],
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
