import type { LineKind } from '../screen/keyboard.ts';
import { type BrowseContext, type BrowseState, placed } from './browseState.ts';
import { shownItems } from './shownItems.ts';

/** Typing words that all must occur in what is shown. The list follows while they are typed. */
export const filterLine: LineKind<BrowseState, BrowseContext> = {
  prompt: '/',
  command: 'filter',
  example: 'sarsa seed=2',
  about: 'show what has all of these words in it',
  hint: (state, { lists }) => {
    const { items } = shownItems(lists, state);
    return `${items.length} of ${lists[state.list].length}; enter keeps the filter, esc gives up`;
  },
  take: (state, { lists }, text) => {
    const kept = placed(state, { filter: text });
    // What is chosen under the filter stays chosen when the filter goes.
    const { chosen } = shownItems(lists, kept);
    return chosen ? placed(kept, { chosen: chosen.key }) : kept;
  },
};
