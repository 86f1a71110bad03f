import type { ScreenKey } from '../../screen/keyboard.ts';
import { changeOrder, noGrid, zoom } from '../gridKeys.ts';
import { chooseKept, forkKept } from '../kept/keptKeys.ts';
import { changeMix, isWhole, nextPage, scrollWhy, showUser, toggleWhy } from '../panelKeys.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';

/** What the panels show. */
export const viewKeys: readonly ScreenKey<ReplayState, KeyContext>[] = [
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
    press: (state, context, key) => {
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
