import * as screen from '../screen/dayKeys.ts';
import type { ScreenKey } from '../screen/keyboard.ts';
import { jumpToTenth, playOrPause, stepDays } from '../screen/transport.ts';
import type { CompareContext, CompareState } from './compareState.ts';
import { goToSplit } from './splitKeys.ts';

/** Keys that go from day to day. */
export const dayKeys: readonly ScreenKey<CompareState, CompareContext>[] = [
  ...screen.dayKeys<CompareState, CompareContext>({
    playOrPause: (state, { pair }) => playOrPause(state, pair.days),
    step: (state, { pair }, days) => stepDays(state, pair.days, days, goIn(state)),
    jumpToTenth: (state, { pair }, digit) => jumpToTenth(state, pair.days, digit, goIn(state)),
    aboutTenths: 'jump to that tenth of the days: the crosses on the day line',
  }),
  screen.dayLineKey,
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
