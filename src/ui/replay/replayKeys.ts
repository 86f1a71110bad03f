import type { Keyboard, ScreenKey } from '../screen/keyboard.ts';
import { changeSpeed, jumpToTenth, playOrPause, step } from './dayKeys.ts';
import { dayLine, userLine } from './numberLines.ts';
import { isWhole, scrollWhy, switchPanel, toggleWhy } from './panelKeys.ts';
import type { KeyContext, ReplayState } from './replayState.ts';
import { chooseStage, nextUser, someoneWhoLeft } from './userKeys.ts';

/** Every key of the replay, in the order of help. */
const keys: readonly ScreenKey<ReplayState, KeyContext>[] = [
  { keys: ['space'], shown: 'space', brief: 'play', about: 'play or pause', press: playOrPause },
  {
    keys: [',', '.'],
    shown: ', .',
    brief: 'step',
    about: 'a day back, a day forward',
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
    about: 'jump to that tenth of the recording: the marks on the day line',
    press: jumpToTenth,
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
    keys: ['u'],
    shown: 'u 173 enter',
    about: 'choose user 173',
    press: (state) => ({ ...state, playing: false, line: { kind: 'user', text: '' } }),
  },
  {
    keys: ['n', 'p'],
    shown: 'n p',
    brief: 'user',
    about: 'next and previous user of the same stage, or of the one set by s',
    press: (state, context, key) => nextUser(state, context, key === 'n' ? 1 : -1),
  },
  { keys: ['s'], shown: 's', about: 'set the stage from which n and p choose', press: chooseStage },
  {
    keys: ['l'],
    shown: 'l',
    brief: 'left today',
    about: 'someone who left today; again: the next one',
    press: someoneWhoLeft,
  },
  {
    keys: ['w'],
    shown: 'w',
    brief: 'why',
    about: 'show or hide why the day went as it did',
    press: toggleWhy,
  },
  {
    keys: ['up', 'down', 'pageup', 'pagedown'],
    shown: ({ upDown }) => upDown,
    about: 'scroll the why panel, by a page with page up and down',
    press: (state, context, key) =>
      scrollWhy(state, context, key.startsWith('page') ? 'page' : 'line', key.endsWith('up') ? -1 : 1),
  },
  {
    keys: ['tab'],
    shown: 'tab',
    brief: 'panel',
    about: 'the other panel, where the screen is too small for both',
    refused: isWhole,
    press: switchPanel,
  },
  {
    keys: ['y'],
    shown: 'y',
    about: 'show the command that prints this view; quitting prints it too',
    press: (state) => ({ ...state, command: true }),
  },
  {
    keys: ['q'],
    shown: 'q',
    brief: 'quit',
    about: 'quit; so does Ctrl-C',
    press: (state) => ({ ...state, quit: true }),
  },
  { keys: ['escape'], shown: 'esc', press: (state) => state },
  {
    keys: ['return'],
    shown: 'enter',
    press: (state) => ({ ...state, message: 'enter ends a number begun with g (day) or u (user)' }),
  },
];

/** What keys do in the replay. */
export const replayKeyboard: Keyboard<ReplayState, KeyContext> = {
  keys,
  lines: { day: dayLine, user: userLine },
};
