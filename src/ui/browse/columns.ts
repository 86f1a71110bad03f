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
  /** what all items have in those of them in which they are equal */
  readonly common: readonly string[];
}

const GAP = 2;

/**
 * Takes as many columns as fit, in their order. Those in which all items are equal give way first, then the last ones;
 * what is left out is counted, and there is room to say so.
 */
export function fitColumns<Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  width: number,
): FittedColumns<Item> {
  const isEqual = (column: Column<Item>) => !tellsApart(column, items);
  const byNeed = [...columns.filter((column) => !isEqual(column)), ...columns.filter(isEqual)];
  const widths = widthsWithin(byNeed, items, width);
  const kept = new Map(byNeed.slice(0, widths.length).map((column, k) => [column, widths[k]]));
  const fitted = columns.flatMap((column) => {
    const own = kept.get(column);
    return own === undefined ? [] : [{ ...column, width: own }];
  });
  const out = columns.filter((column) => !kept.has(column));
  const common = out.filter(isEqual).map(({ cell }) => (items.length > 1 ? cell(items[0]) : ''));
  return { columns: fitted, left: out.length, common: common.filter((value) => value !== '') };
}

function tellsApart<Item>({ cell }: Column<Item>, items: readonly Item[]): boolean {
  const [first, ...others] = items;
  if (others.length === 0) return false;
  const value = cell(first);
  return others.some((item) => cell(item) !== value);
}

/** The widths of as many columns, from the first on, as there is room for: one at least. */
function widthsWithin<Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  width: number,
): readonly number[] {
  const widths: number[] = [];
  const taken = (count: number) => widths.slice(0, count).reduce((sum, own) => sum + own + GAP, -GAP);
  // No more are measured than there can be room for: it takes a look at every item.
  for (const column of columns) {
    if (taken(widths.length) > width) break;
    widths.push(columnWidth(column, items));
  }
  let count = widths.length;
  while (count > 1 && taken(count) + reserved(columns.length - count) > width) count--;
  return widths.slice(0, count);
}

function columnWidth<Item>({ title, cell }: Column<Item>, items: readonly Item[]): number {
  return items.reduce((most, item) => Math.max(most, widthOf(cell(item))), widthOf(title));
}

/** Columns that it takes to say how many are left out. */
function reserved(left: number): number {
  return left === 0 ? 0 : GAP + widthOf(leftWords(left));
}

/** The titles of the columns, and how many are left out; where there is room, what all items have in those. */
export function headerRow<Item>(
  { columns, left, common }: FittedColumns<Item>,
  { width, glyphs }: Room,
): Row {
  const titles = columns.map(({ title, ...column }) => padded(title, column)).join(' '.repeat(GAP));
  if (left === 0) return clipRow(row(span(titles, 'faint')), width, glyphs);
  const others = left > common.length ? [leftWords(left - common.length)] : [];
  const told = [`all ${common.join(', ')}`, ...others].join('  ');
  const fits = common.length > 0 && widthOf(titles) + GAP + widthOf(told) <= width;
  return spread(row(span(titles, 'faint')), row(span(fits ? told : leftWords(left), 'faint')), width, glyphs);
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
