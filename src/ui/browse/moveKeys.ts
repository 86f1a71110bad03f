import type { ScreenKey } from '../screen/keyboard.ts';
import { listRows } from './browseLayout.ts';
import { LISTS, type ListName } from './browseLists.ts';
import { type BrowseContext, type BrowseState, placed } from './browseState.ts';
import { isEmpty } from './isEmpty.ts';
import { FILTER_LINE, shownItems } from './shownItems.ts';

/** Keys that go about the lists. */
export const moveKeys: readonly ScreenKey<BrowseState, BrowseContext>[] = [
  {
    keys: ['up', 'down', 'pageup', 'pagedown'],
    shown: ({ upDown }) => upDown,
    brief: 'choose',
    about: 'choose; by a page with page up and down',
    refused: isEmpty,
    press: (state, context, key) => choose(state, context, STEPS[key](listRows(context, state))),
  },
  {
    keys: ['tab', 'right', 'left'],
    shown: 'tab',
    brief: 'lists',
    about: 'the next list; the arrows left and right do so too',
    press: (state, _, key) => otherList(state, key === 'left' ? -1 : 1),
  },
  {
    keys: ['1', '2', '3'],
    shown: '1 2 3',
    about: 'runs, scenarios, lessons',
    commands: LISTS,
    press: (state, _, key) => ({ ...state, list: LISTS[Number(key) - 1] }),
  },
  {
    keys: ['/'],
    shown: '/',
    brief: 'filter',
    about: 'show what has all of some words, such as sarsa seed=2',
    press: (state) => ({ ...state, line: { kind: FILTER_LINE, text: state.places[state.list].filter } }),
  },
  {
    keys: ['escape'],
    shown: 'esc',
    about: 'take the filter away; after d, back to the list',
    refused: ({ alone, list, places }) =>
      alone || places[list].filter !== '' ? undefined : 'there is no filter',
    press: (state) => (state.alone ? { ...state, alone: false } : placed(state, { filter: '' })),
  },
  {
    keys: ['d'],
    shown: 'd',
    brief: 'more',
    about: 'show all that is told of the chosen one; again: the list',
    commands: ['details'],
    refused: isEmpty,
    press: (state) => ({ ...state, alone: !state.alone }),
  },
];

const STEPS: Readonly<Record<string, (page: number) => number>> = {
  up: () => -1,
  down: () => 1,
  pageup: (page) => -Math.max(page - 1, 1),
  pagedown: (page) => Math.max(page - 1, 1),
};

function choose(state: BrowseState, { lists }: BrowseContext, by: number): BrowseState {
  const { items, at } = shownItems(lists, state);
  const to = Math.min(Math.max(at + by, 0), items.length - 1);
  if (to === at) return { ...state, message: by < 0 ? 'this is the first' : 'this is the last' };
  return placed(state, { chosen: items[to].key });
}

function otherList(state: BrowseState, by: number): BrowseState {
  const to = (LISTS.indexOf(state.list) + by + LISTS.length) % LISTS.length;
  return { ...state, list: LISTS[to] satisfies ListName };
}
