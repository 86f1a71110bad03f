import { thousands } from '../formatNumber.ts';
import { printable } from '../printable.ts';
import type { Room } from '../room.ts';
import { type Row, row, rowWidth, span, spread } from '../row.ts';
import { type BrowseLists, LISTS, type ListName } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';
import { shownItems } from './shownItems.ts';

/** The names of the lists with how much is in them; the one that is shown in capitals. */
export function titleRow(state: BrowseState, lists: BrowseLists, { width, glyphs }: Room): Row {
  const tabs = LISTS.flatMap((name) => {
    const words = `${name} ${countOf(name, state, lists)}`;
    return [
      ' ',
      name === state.list ? span(` ${words.toUpperCase()} `, 'today') : span(` ${words} `, 'faint'),
    ];
  });
  const left = row(span(' tenure browse', 'strong'), ' ', ...tabs);
  const right = row(span(`${printable(lists.results)} `, 'faint'));
  return spread(left, rowWidth(left) + rowWidth(right) < width ? right : row(), width, glyphs);
}

/** How many there are; under a filter, how many of them are shown; of lessons, how many are done. */
function countOf(name: ListName, state: BrowseState, lists: BrowseLists): string {
  const shown = shownItems(lists, { ...state, list: name, ...(name !== state.list && { line: undefined }) });
  const all = lists[name].length;
  if (shown.items.length < all) return `${thousands(shown.items.length)} of ${thousands(all)}`;
  if (name !== 'lessons') return thousands(all);
  return `${lists.lessons.filter(({ known }) => known?.done).length}/${all} done`;
}
