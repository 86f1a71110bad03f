import type { ScreenKey } from '../screen/keyboard.ts';
import { changeSpeed, jumpToTenth, playOrPause, stepDays } from '../screen/transport.ts';
import type { CompareContext, CompareState } from './compareState.ts';
import { goToSplit } from './splitKeys.ts';

/** Keys that go from day to day. */
export const dayKeys: readonly ScreenKey<CompareState, CompareContext>[] = [
  {
    keys: ['space'],
    shown: 'space',
    brief: 'play',
    about: 'play or pause',
    commands: ['play'],
    press: (state, { pair }) => playOrPause(state, pair.days),
  },
  {
    keys: [',', '.'],
    shown: ', .',
    brief: 'step',
    about: 'a day back, a day forward',
    commands: ['back', 'forward'],
    press: (state, { pair }, key) => stepDays(state, pair.days, key === ',' ? -1 : 1, goIn(state)),
  },
  {
    keys: ['left', 'right'],
    shown: ({ leftRight }) => leftRight,
    brief: '5 days',
    about: 'five days back, five days forward',
    press: (state, { pair }, key) => stepDays(state, pair.days, key === 'left' ? -5 : 5, goIn(state)),
  },
  {
    keys: [...'0123456789'],
    shown: '0-9',
    brief: 'jump',
    about: 'jump to that tenth of the days: the crosses on the day line',
    press: (state, { pair }, key) => jumpToTenth(state, pair.days, key, goIn(state)),
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

function goIn(state: CompareState): (day: number) => CompareState {
  return (day) => ({ ...state, day });
}
