import type { Room } from '../room.ts';
import { clipRow, type Row, row, span, spread, widthOf } from '../row.ts';

/** A column of a list. */
export interface Column<Item> {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cell: (item: Item) => string;
}

/** The columns that there is room for. */
export interface FittedColumns<Item> {
  readonly columns: readonly (Column<Item> & { readonly width: number })[];
  /** how many there is no room for */
  readonly left: number;
}

const GAP = 2;

/** Takes columns from the first on, as many as fit; what is left out is counted, and there is room to say so. */
export function fitColumns<Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  width: number,
): FittedColumns<Item> {
  const wide = columns.map((column) => {
    const cells = items.map((item) => widthOf(column.cell(item)));
    return { ...column, width: cells.reduce((most, cell) => Math.max(most, cell), widthOf(column.title)) };
  });
  const needed = (count: number) => {
    const words = count < wide.length ? GAP + widthOf(leftWords(wide.length - count)) : 0;
    return wide.slice(0, count).reduce((sum, column) => sum + column.width + GAP, -GAP) + words;
  };
  let count = wide.length;
  while (count > 1 && needed(count) > width) count--;
  return { columns: wide.slice(0, count), left: wide.length - count };
}

/** The titles of the columns, and how many are left out. */
export function headerRow<Item>({ columns, left }: FittedColumns<Item>, { width, glyphs }: Room): Row {
  const titles = columns.map(({ title, ...column }) => padded(title, column)).join(' '.repeat(GAP));
  if (left === 0) return clipRow(row(span(titles, 'faint')), width, glyphs);
  return spread(row(span(titles, 'faint')), row(span(leftWords(left), 'faint')), width, glyphs);
}

/** The cells of one item, side by side. */
export function cellsOf<Item>({ columns }: Pick<FittedColumns<Item>, 'columns'>, item: Item): string {
  return columns.map((column) => padded(column.cell(item), column)).join(' '.repeat(GAP));
}

function leftWords(count: number): string {
  return `+${count} ${count === 1 ? 'column' : 'columns'}`;
}

function padded(
  text: string,
  { align, width }: { readonly align: 'left' | 'right'; readonly width: number },
): string {
  const blanks = ' '.repeat(Math.max(width - widthOf(text), 0));
  return align === 'left' ? text + blanks : blanks + text;
}
