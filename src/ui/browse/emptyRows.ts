import { printable } from '../printable.ts';
import type { Room } from '../room.ts';
import { type Row, row } from '../row.ts';
import { wordsOf, wordWrap } from '../wordWrap.ts';
import type { BrowseLists } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';
import { filterOf } from './shownItems.ts';

/** What a list says in which there is nothing to show. */
export function emptyRows(state: BrowseState, lists: BrowseLists, { width }: Room): Row[] {
  const words =
    lists[state.list].length > 0
      ? `nothing here has all of "${filterOf(state).trim()}"; esc takes the filter away`
      : `there are no ${state.list} in ${printable(lists.results)} yet; 2 shows the scenarios, where t trains one`;
  return wordWrap(row('   '), wordsOf(words, 'accent'), width);
}
