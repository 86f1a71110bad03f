import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { type Row, row } from '../row.ts';
import { screenHelp } from '../screen/screenHelp.ts';
import { screenLines } from '../screen/screenLines.ts';
import { paceWords } from '../screen/transport.ts';
import type { ScreenSize } from '../screenSize.ts';
import { compareKeyboard } from './compareKeys.ts';
import { compareBody, comparePages, type PlacedPanel } from './compareLayout.ts';
import type { CompareContext, CompareState } from './compareState.ts';
import type { CompareView } from './compareView.ts';
import { chosenOf } from './listKeys.ts';
import { compareFooter } from './panels/compareFooter.ts';
import { differenceRows } from './panels/differenceRows.ts';
import { listRows } from './panels/listRows.ts';
import { livesRows } from './panels/livesRows.ts';
import { livesWhyPanel } from './panels/livesWhyRows.ts';
import { segmentRows } from './panels/segmentRows.ts';
import { stageRows } from './panels/stageRows.ts';
import { survivalRows } from './panels/survivalRows.ts';
import { titleRows } from './panels/titleRows.ts';
import { trackRow } from './panels/trackRow.ts';
import type { ViewedLives } from './viewedLives.ts';

/** What one screen is drawn from. */
export interface CompareInput {
  readonly view: CompareView;
  /** both lives of one user; undefined: the panels are shown */
  readonly viewed: ViewedLives | undefined;
  readonly state: CompareState;
  /** what keys work with, as help and footer say which do */
  readonly context: CompareContext;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** prints the same view */
  readonly command: string;
}

/** All rows of the screen: never wider than the terminal, and always one fewer than it has. */
export function compareRows(input: CompareInput): Row[] {
  const { view, state, context, size, command } = input;
  const room: Room = { width: size.columns, glyphs: glyphsOf(input.glyphs) };
  const body = compareBody(size);
  const shown = bodyRows(input, body, room);
  const filled = [...shown, ...new Array<Row>(Math.max(body - shown.length, 0)).fill(row())].slice(0, body);
  const rows = [
    ...titleRows(view, paceWords(state, room.glyphs), state.day, room),
    trackRow(view, room),
    ...filled,
    ...compareFooter(state, context, command, room),
  ];
  return screenLines(rows, size, input.glyphs);
}

function bodyRows(
  { view, viewed, state, context, size, glyphs }: CompareInput,
  body: number,
  room: Room,
): Row[] {
  if (state.help) return screenHelp(compareKeyboard, state, context, room, body);
  if (viewed) {
    const { top = 0, why = false } = state.lives ?? {};
    const strips = livesRows(view, viewed, room, why);
    return [...strips, ...livesWhyPanel(view, viewed, top, body - strips.length, room)];
  }
  const pages = comparePages(view, size, glyphs);
  const page = pages[Math.min(state.page, pages.length - 1)];
  return page.flatMap((placed) => panelRows(placed, view, state, room));
}

function panelRows(
  { panel, height }: PlacedPanel,
  view: CompareView,
  state: CompareState,
  room: Room,
): Row[] {
  switch (panel) {
    case 'stages':
      return stageRows(view, room, height);
    case 'survival':
      return survivalRows(view, room, height);
    case 'differences':
      return differenceRows(view, room, height);
    case 'lists':
      return listRows(view, chosenIn(view, state), room, height);
    case 'segments':
      return segmentRows(view, room, height);
  }
}

function chosenIn({ gained, lost }: CompareView, { chosen }: CompareState): number | undefined {
  return chosenOf(
    [...gained, ...lost].map(({ unit }) => unit),
    chosen,
  );
}
