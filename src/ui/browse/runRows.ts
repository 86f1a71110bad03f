import { printable } from '../printable.ts';
import type { Room } from '../room.ts';
import { type Row, row, span } from '../row.ts';
import type { ListedRun } from './browseLists.ts';
import { cellsOf, type FittedColumns, fitColumns } from './columns.ts';
import { namedColumns, runColumns } from './runColumns.ts';

/** The columns of the runs that there is room for. @param now milliseconds */
export function runTable(runs: readonly ListedRun[], now: number, width: number): FittedColumns<ListedRun> {
  return fitColumns(runColumns(runs, now), runs, width);
}

/** One run as a row of the list; one that cannot be read says why. */
export function runRow(run: ListedRun, table: FittedColumns<ListedRun>, { glyphs }: Room): Row {
  const { known } = run;
  if (known && !('reason' in known)) return row(cellsOf(table, run));
  const names = table.columns.filter(({ title }) => namedColumns.some((column) => column.title === title));
  const named = names.length === 0 ? row() : row(cellsOf({ columns: names }, run), '  ');
  return known
    ? row(...named, span(`cannot be read: ${printable(known.reason)}`, 'loss'))
    : row(...named, glyphs.ellipsis);
}
