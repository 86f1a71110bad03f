import type { Keyboard, ScreenKey } from '../screen/keyboard.ts';
import { changeSpeed, jumpToTenth, playOrPause, stepDays } from '../screen/transport.ts';
import type { CompareContext, CompareState } from './compareState.ts';
import { chooseInList, nobodyListed, noLists } from './listKeys.ts';
import { closeLives, nextLives, openChosen, scrollWhy } from './livesKeys.ts';
import { dayLine, userLine } from './numberLines.ts';
import { goToSplit } from './splitKeys.ts';

type CompareKey = ScreenKey<CompareState, CompareContext>;

const PAGE = 10;
const LINES: Readonly<Record<string, number>> = { up: -1, down: 1, pageup: -PAGE, pagedown: PAGE };

/** Days. */
const dayKeys: readonly CompareKey[] = [
  {
    keys: ['space'],
    shown: 'space',
    brief: 'play',
    about: 'play or pause',
    press: (state, { pair }) => playOrPause(state, pair.days),
  },
  {
    keys: [',', '.'],
    shown: ', .',
    brief: 'step',
    about: 'a day back, a day forward',
    press: (state, { pair }, key) => stepDays(state, pair.days, key === ',' ? -1 : 1),
  },
  {
    keys: ['left', 'right'],
    shown: ({ leftRight }) => leftRight,
    brief: '5 days',
    about: 'five days back, five days forward',
    press: (state, { pair }, key) => stepDays(state, pair.days, key === 'left' ? -5 : 5),
  },
  {
    keys: [...'0123456789'],
    shown: '0-9',
    brief: 'jump',
    about: 'jump to that tenth of the days: the marks on the day line',
    press: (state, { pair }, key) => jumpToTenth(state, pair.days, key),
  },
  {
    keys: ['<', '>'],
    shown: '< >',
    brief: 'speed',
    about: 'play slower, play faster',
    press: (state, _, key) => changeSpeed(state, key === '<' ? -1 : 1),
  },
  {
    keys: ['g'],
    shown: 'g 41 enter',
    about: 'go to day 41',
    press: (state) => ({ ...state, playing: false, line: { kind: 'day', text: '' } }),
  },
  {
    keys: ['d', 'D'],
    shown: 'd D',
    brief: 'split',
    about: 'next, previous day on which most lives part; of one user: its own',
    commands: ['split', 'split-back'],
    press: (state, context, key) => goToSplit(state, context, key === 'd' ? 1 : -1),
  },
];

/** Users, one by one. */
const userKeys: readonly CompareKey[] = [
  {
    keys: Object.keys(LINES),
    shown: ({ upDown }) => upDown,
    brief: 'choose',
    about: 'choose who gained or lost most; with both lives shown, scroll why',
    refused: (state, context) => (state.lives ? undefined : noLists(state, context)),
    press: (state, context, key) =>
      state.lives ? scrollWhy(state, context, LINES[key]) : chooseInList(state, context, LINES[key]),
  },
  {
    keys: ['return'],
    shown: 'enter',
    brief: 'both lives',
    about: 'both lives of who is chosen, and why they part; esc comes back',
    commands: ['lives'],
    refused: (state, context) => (state.lives ? 'both lives are shown' : nobodyListed(state, context)),
    press: openChosen,
  },
  {
    keys: ['u'],
    shown: 'u 173 enter',
    about: 'both lives of user 173',
    press: (state) => ({ ...state, playing: false, line: { kind: 'user', text: '' } }),
  },
  {
    keys: ['n', 'p'],
    shown: 'n p',
    brief: 'next',
    about: 'both lives of the next, the previous one of the lists',
    refused: (state) => (state.lives ? undefined : 'enter first'),
    press: (state, context, key) => nextLives(state, context, key === 'n' ? 1 : -1),
  },
];

/** The screen as a whole. */
const screenKeys: readonly CompareKey[] = [
  {
    keys: ['x'],
    shown: 'x',
    brief: 'swap',
    about: 'swap A and B',
    commands: ['swap'],
    press: (state) => ({ ...state, swapped: !state.swapped }),
  },
  {
    keys: ['tab'],
    shown: 'tab',
    brief: 'page',
    about: 'the next page of panels',
    refused: onePage,
    press: (state, { divide }) => {
      const { pages } = divide(state);
      return { ...state, page: (Math.min(state.page, pages - 1) + 1) % pages };
    },
  },
  {
    keys: ['s'],
    shown: 's',
    about: 'save this screen as a picture',
    commands: ['save'],
    refused: (_, { saves }) => (saves ? undefined : 'there is nowhere to save pictures to'),
    press: (state) => ({ ...state, pictures: state.pictures + 1 }),
  },
  {
    keys: ['y'],
    shown: 'y',
    about: 'show the command that prints this view; quitting prints it too',
    commands: ['command'],
    press: (state) => ({ ...state, command: true }),
  },
  {
    keys: ['escape'],
    shown: 'esc',
    brief: 'back',
    about: 'back from both lives',
    refused: (state) => (state.lives ? undefined : 'q leaves'),
    press: closeLives,
  },
  {
    keys: ['q'],
    shown: 'q',
    brief: 'quit',
    about: 'leave this screen; Ctrl-C ends the program',
    commands: ['quit'],
    press: (state) => ({ ...state, left: true }),
  },
];

function onePage(state: CompareState, { divide }: CompareContext): string | undefined {
  if (state.lives) return 'esc goes back to the panels';
  return divide(state).pages === 1 ? 'all panels are on the screen' : undefined;
}

/** What keys do in a comparison. */
export const compareKeyboard: Keyboard<CompareState, CompareContext> = {
  keys: [...dayKeys, ...userKeys, ...screenKeys],
  lines: { day: dayLine, user: userLine },
};
