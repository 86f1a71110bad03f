import type { BrowseContext, BrowseState } from './browseState.ts';
import { shownItems } from './shownItems.ts';

/** Why nothing can be done with the chosen item: there is none. */
export function isEmpty(state: BrowseState, { lists }: BrowseContext): string | undefined {
  return shownItems(lists, state).chosen ? undefined : 'the list is empty';
}
