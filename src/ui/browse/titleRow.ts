import { thousands } from '../formatNumber.ts';
import type { Room } from '../room.ts';
import { type Row, row, span, spread } from '../row.ts';
import { type BrowseLists, LISTS, type ListName } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';
import { printable } from './printable.ts';

/** The names of the lists with how much is in them; the one that is shown in capitals. */
export function titleRow({ list }: BrowseState, lists: BrowseLists, { width, glyphs }: Room): Row {
  const tabs = LISTS.flatMap((name) => {
    const words = `${name} ${countOf(name, lists)}`;
    return [' ', name === list ? span(` ${words.toUpperCase()} `, 'today') : span(` ${words} `, 'faint')];
  });
  const right = row(span(`${printable(lists.results)} `, 'faint'));
  return spread(row(span(' tenure browse', 'strong'), ' ', ...tabs), right, width, glyphs);
}

function countOf(name: ListName, { lessons, ...lists }: BrowseLists): string {
  if (name !== 'lessons') return thousands(lists[name].length);
  return `${lessons.filter(({ known }) => known?.done).length}/${lessons.length}`;
}
