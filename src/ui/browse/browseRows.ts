import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { clipRow, type Row, row, type Span, span } from '../row.ts';
import { screenFooter } from '../screen/screenFooter.ts';
import { screenHelp } from '../screen/screenHelp.ts';
import { screenLines } from '../screen/screenLines.ts';
import type { ScreenSize } from '../screenSize.ts';
import { browseKeyboard } from './browseKeys.ts';
import { bodyRows, layOutBrowse } from './browseLayout.ts';
import type { BrowseLists, Item } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';
import { commandRows } from './commandRows.ts';
import { detailPanel } from './detailPanel.ts';
import { emptyRows } from './emptyRows.ts';
import { itemTable } from './itemTable.ts';
import { commandOf } from './openingWords.ts';
import { shownItems } from './shownItems.ts';
import { titleRow } from './titleRow.ts';
import { windowOf } from './windowOf.ts';

/** What one screen is drawn from. */
export interface BrowseScreenInput {
  readonly lists: BrowseLists;
  readonly state: BrowseState;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** milliseconds, for how long ago something was */
  readonly now: number;
}

/** Keys that the keys line leaves out first where there is little room. */
const DISPENSABLE = ['more', 'command', 'mark', 'filter', 'choose', 'compare'];

/** All rows of the screen: never wider than the terminal, and always one fewer than it has. */
export function browseRows(input: BrowseScreenInput): Row[] {
  const { lists, state, size, glyphs: set } = input;
  const room: Room = { width: size.columns, glyphs: glyphsOf(set) };
  const body = bodyRows(size);
  const context = { lists, size };
  const keyboard = browseKeyboard(state, context);
  const shown = state.help ? screenHelp(keyboard, state, context, room, body) : bodyOf(input, room);
  const filled = [...shown, ...new Array<Row>(Math.max(body - shown.length, 0)).fill(row())].slice(0, body);
  const rows = [
    titleRow(state, lists, room),
    ...filled,
    ...screenFooter({ keyboard, state, context, dispensable: DISPENSABLE }, room),
  ];
  return screenLines(rows, size, set);
}

function bodyOf({ lists, state, size, now }: BrowseScreenInput, room: Room): Row[] {
  const shown = shownItems(lists, state);
  const { items, chosen } = shown;
  if (!chosen) return emptyRows(state, lists, room);
  if (state.command) return commandRows(lists.written(commandOf(chosen)), room);
  const layout = layOutBrowse(items.length, size, state.alone);
  const inner = { ...room, width: Math.max(room.width - MARGIN, 1) };
  const table = itemTable(state.list, items, now, inner);
  const [from, to] = windowOf(shown, layout.list);
  return [
    ...(layout.header > 0 ? [row(' '.repeat(MARGIN), ...table.header)] : []),
    ...items.slice(from, to).map((item) => listRow(item, table.rowOf(item), state, chosen, room)),
    ...detailPanel(chosen, { shown, state, lists }, layout.details, room),
  ];
}

/** Columns left of every row, for the cursor and the mark. */
const MARGIN = 3;

function listRow(item: Item, line: Row, { marked }: BrowseState, chosen: Item, { width, glyphs }: Room): Row {
  const here = item === chosen;
  const cursor = span(here ? glyphs.playing : ' ', 'accent');
  const mark = span(item.key === marked && item.list === 'runs' ? '*' : ' ', 'strong');
  const strong = (part: Span): Span => (here && part.style === 'plain' ? span(part.text, 'strong') : part);
  return clipRow(row(cursor, mark, ' ', ...line.map(strong)), width, glyphs);
}
