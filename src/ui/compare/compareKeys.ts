import { beginLine } from '../screen/beginLine.ts';
import type { Keyboard, ScreenKey } from '../screen/keyboard.ts';
import type { CompareContext, CompareState } from './compareState.ts';
import { dayKeys } from './dayKeys.ts';
import { chooseInList, nobodyListed, noLists } from './listKeys.ts';
import { closeLives, nextLives, openChosen, scrollWhy, toggleWhy } from './livesKeys.ts';
import { dayLine, userLine } from './numberLines.ts';

type CompareKey = ScreenKey<CompareState, CompareContext>;

const PAGE = 10;
const LINES: Readonly<Record<string, number>> = { up: -1, down: 1, pageup: -PAGE, pagedown: PAGE };

/** Users, one by one. */
const userKeys: readonly CompareKey[] = [
  {
    keys: Object.keys(LINES),
    shown: ({ upDown }) => upDown,
    brief: 'choose/scroll',
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
    keys: ['w'],
    shown: 'w',
    about: 'with both lives shown: why in the room of the strips, or below them',
    commands: ['why'],
    refused: (state) => (state.lives ? undefined : 'enter first'),
    press: toggleWhy,
  },
  {
    keys: ['u'],
    shown: 'u 173 enter',
    about: 'both lives of user 173',
    press: beginLine('user'),
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
    brief: 'panel',
    about: 'the next panels, where the screen is too small for all',
    commands: ['panel'],
    refused: onePage,
    press: (state, { divide }) => {
      const { pages } = divide(state);
      return { ...state, page: (Math.min(state.page, pages - 1) + 1) % pages };
    },
  },
  {
    keys: ['s'],
    shown: 's',
    about: 'save this screen as a picture (SVG) and as text',
    commands: ['save'],
    refused: (_, { saves }) => (saves ? undefined : 'there is nowhere to save to'),
    press: (state) => ({ ...state, asked: 'save' }),
  },
  {
    keys: ['y'],
    shown: 'y',
    about: 'copy the command that prints this view, where the terminal lets programs copy, and show it',
    commands: ['command'],
    press: (state) => ({ ...state, command: true, asked: 'copy' }),
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
    brief: 'leave',
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
