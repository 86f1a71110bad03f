import type { Room } from '../room.ts';
import { type Row, row } from '../row.ts';
import type { Item, ListedLesson, ListedRun, ListedScenario, ListName } from './browseLists.ts';
import { type Column, cellsOf, fitColumns, headerRow } from './columns.ts';
import { lessonColumns, scenarioColumns } from './otherColumns.ts';
import { runRow, runTable } from './runRows.ts';

/** Items in columns. */
export interface ItemTable {
  readonly header: Row;
  /** The row of one of the items. */
  readonly rowOf: (item: Item) => Row;
}

/**
 * The table of the items of one list.
 *
 * @param items those that it shows, which decide how wide its columns are
 * @param now milliseconds
 */
export function itemTable(list: ListName, items: readonly Item[], now: number, room: Room): ItemTable {
  if (list === 'runs') {
    const table = runTable(items as readonly ListedRun[], now, room.width);
    return { header: headerRow(table, room), rowOf: (item) => runRow(item as ListedRun, table, room) };
  }
  if (list === 'scenarios') return plainTable<ListedScenario>(scenarioColumns, items, room);
  return plainTable<ListedLesson>(lessonColumns, items, room);
}

function plainTable<Kind extends Item>(
  columns: readonly Column<Kind>[],
  items: readonly Item[],
  room: Room,
): ItemTable {
  const table = fitColumns(columns, items as readonly Kind[], room.width);
  return { header: headerRow(table, room), rowOf: (item) => row(cellsOf(table, item as Kind)) };
}
