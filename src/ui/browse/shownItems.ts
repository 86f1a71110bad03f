import type { BrowseLists, Item } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';
import { itemText } from './itemText.ts';

/** Kind of the line in which a filter is typed. */
export const FILTER_LINE = 'filter';

/** What the list shows under its filter, and which of it is chosen. */
export interface ShownItems {
  readonly items: readonly Item[];
  /** index of the chosen one; 0 where there is none */
  readonly at: number;
  /** undefined: the list is empty */
  readonly chosen: Item | undefined;
}

/** The items of the list that is shown. */
export function shownItems(lists: BrowseLists, state: BrowseState): ShownItems {
  const all: readonly Item[] = lists[state.list];
  const words = filterOf(state).toLowerCase().split(/\s+/).filter(Boolean);
  const items = words.length === 0 ? all : all.filter((item) => holdsAll(item, words));
  const { chosen: key } = state.places[state.list];
  const at = Math.max(
    items.findIndex((item) => item.key === key),
    0,
  );
  return { items, at, chosen: items[at] };
}

/** The filter of the list that is shown: while one is typed, as far as it is typed. */
export function filterOf({ list, places, line }: BrowseState): string {
  return line?.kind === FILTER_LINE ? line.text : places[list].filter;
}

function holdsAll(item: Item, words: readonly string[]): boolean {
  const text = itemText(item);
  // seed=1 is not seed=12; of other words a part will do.
  return words.every((word) => text.includes(word.includes('=') ? ` ${word} ` : word));
}
