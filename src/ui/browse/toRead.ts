import { layOutBrowse } from './browseLayout.ts';
import type { Item } from './browseLists.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';
import { shownItems } from './shownItems.ts';
import { windowOf } from './windowOf.ts';

/** The items on the screen. */
export function itemsOnScreen({ lists, size }: BrowseContext, state: BrowseState): readonly Item[] {
  const shown = shownItems(lists, state);
  const { list } = layOutBrowse(shown.items.length, size, state.alone);
  return shown.items.slice(...windowOf(shown, Math.max(list, 1)));
}

/** What has not been read yet, in the order in which it is wanted: the screen, its list, the others. */
export function toRead(context: BrowseContext, state: BrowseState): readonly Item[] {
  const { runs, scenarios, lessons } = context.lists;
  const all = [
    ...itemsOnScreen(context, state),
    ...context.lists[state.list],
    ...runs,
    ...scenarios,
    ...lessons,
  ];
  return all.filter(({ known }) => known === undefined);
}
