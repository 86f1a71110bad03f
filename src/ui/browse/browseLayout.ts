import { FOOTER_ROWS } from '../screen/screenFooter.ts';
import type { ScreenSize } from '../screenSize.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';
import { shownItems } from './shownItems.ts';

/** The line with the names of the lists. */
const TITLE_ROWS = 1;
/** Fewer lines of an item say nothing: a heading and three more. */
const LEAST_DETAILS = 4;

/** How many lines the parts of the screen have; 0 where a part is left out. */
export interface BrowseLayout {
  /** the names of the columns */
  readonly header: number;
  readonly list: number;
  /** what is told of the chosen item, its heading counted in */
  readonly details: number;
}

/** Lines between the title and the footer. */
export function bodyRows({ rows }: ScreenSize): number {
  return Math.max(rows - 1 - TITLE_ROWS - FOOTER_ROWS, 0);
}

/** Divides the screen: half of it for the list if it is long, the rest for what is told of the chosen item. */
export function layOutBrowse(count: number, size: ScreenSize, alone: boolean): BrowseLayout {
  const body = bodyRows(size);
  if (alone) return { header: 0, list: 0, details: body };
  const header = Math.min(body, 1);
  const list = Math.min(Math.max(count, 1), Math.ceil((body - header) / 2));
  const details = body - header - list;
  return details < LEAST_DETAILS ? { header, list: body - header, details: 0 } : { header, list, details };
}

/** Lines of the list in a state, for paging. */
export function listRows({ lists, size }: BrowseContext, state: BrowseState): number {
  return layOutBrowse(shownItems(lists, state).items.length, size, false).list;
}
