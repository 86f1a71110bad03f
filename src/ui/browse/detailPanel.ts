import { thousands } from '../formatNumber.ts';
import type { Room } from '../room.ts';
import { heading, type Row } from '../row.ts';
import { shortened } from '../shortened.ts';
import type { BrowseLists, Item } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';
import { detailRows } from './detailRows.ts';
import { commandOf } from './openingWords.ts';
import { filterOf, type ShownItems } from './shownItems.ts';

/** Where the chosen item was found. */
export interface DetailPlace {
  readonly shown: ShownItems;
  readonly state: BrowseState;
  readonly lists: BrowseLists;
}

/** The panel below the list: the chosen item in full, or as much of it as there is room for. @param height lines */
export function detailPanel(
  chosen: Item,
  { shown: { items, at }, state, lists }: DetailPlace,
  height: number,
  room: Room,
): Row[] {
  if (height === 0) return [];
  const filter = filterOf(state).trim();
  const title = `${itemTitle(chosen)}${filter === '' ? '' : `, filter: ${filter}`}`;
  const place = `${thousands(at + 1)} of ${thousands(items.length)}`;
  const command = chosen.list === 'runs' ? lists.written(commandOf(chosen)) : '';
  const more = state.alone ? 'lines; a taller screen shows them' : 'lines; d shows them';
  const rows = shortened(detailRows(chosen, command, room), height - 1, more, room);
  return [heading(title, place, room.width, room.glyphs), ...rows];
}

function itemTitle(item: Item): string {
  if (item.list === 'runs') return 'run';
  const name = item.list === 'lessons' ? `lesson ${item.number}` : item.key;
  return item.known ? `${name}: ${item.known.title}` : name;
}
