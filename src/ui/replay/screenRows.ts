import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { heading, type Row, row, widthOf } from '../row.ts';
import { screenHelp } from '../screen/screenHelp.ts';
import { screenLines } from '../screen/screenLines.ts';
import { paceWords } from '../screen/transport.ts';
import type { ScreenSize } from '../screenSize.ts';
import { gridView } from './gridView.ts';
import { mixByDay } from './mixByDay.ts';
import { actionRows } from './panels/actionRows.ts';
import { flowMatrix } from './panels/flowMatrix.ts';
import { footerRows } from './panels/footerRows.ts';
import { gridRows, gridWidth } from './panels/gridRows.ts';
import { keptRows } from './panels/keptRows.ts';
import { matrixRows } from './panels/matrixRows.ts';
import { mixRows } from './panels/mixRows.ts';
import { populationRows } from './panels/populationRows.ts';
import { scrubberRows } from './panels/scrubberRows.ts';
import { titleRow } from './panels/titleRow.ts';
import { hiddenRow, legendRow, userRows } from './panels/userRows.ts';
import { whyRows, whyTitle } from './panels/whyRows.ts';
import { replayKeyboard } from './replayKeys.ts';
import { bodyRows, layOutReplay, type ReplayLayout } from './replayLayout.ts';
import type { KeyContext, ReplayState } from './replayState.ts';
import type { ReplayView, ViewedPerson } from './replayView.ts';

/** What one screen is drawn from. */
export interface ScreenInput {
  readonly view: ReplayView;
  readonly state: ReplayState;
  /** what keys work with, as help and footer say which do */
  readonly context: KeyContext;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** prints the same view */
  readonly command: string;
}

/** All rows of the screen: never wider than the terminal, and always one fewer than it has. */
export function screenRows(input: ScreenInput): Row[] {
  const { view, state, context, size, command } = input;
  const room: Room = { width: size.columns, glyphs: glyphsOf(input.glyphs) };
  const body = bodyRows(size);
  const shown = state.help
    ? screenHelp(replayKeyboard, state, context, room, body)
    : bodyOf(input, room, body);
  const filled = [...shown, ...new Array<Row>(Math.max(body - shown.length, 0)).fill(row())].slice(0, body);
  const rows = [
    titleRow(view, paces(state, view, room), room),
    ...scrubberRows(view, state.bookmarks, room),
    ...filled,
    ...footerRows(state, context, command, room),
  ];
  return screenLines(rows, size, input.glyphs);
}

/** What goes on, in several ways, the longest first. */
function paces(state: ReplayState, { livedDays, days }: ReplayView, { width, glyphs }: Room): string[] {
  const { asked, goal } = state;
  if (asked?.kind === 'fork' || asked?.kind === 'against') return ['living other days; esc stops'];
  if (asked?.kind === 'kept') return [`other actions tried: ${state.tried}%; esc stops`];
  if (goal !== undefined) return [`living on to day ${goal}`];
  const isTold = livedDays < days && width >= 80;
  const pace = paceWords(state, glyphs);
  return isTold ? [`${pace}, ${livedDays} days lived so far`, pace] : [pace];
}

function bodyOf(input: ScreenInput, room: Room, height: number): Row[] {
  const { kept } = input.state;
  return kept ? keptRows(kept, input.view.program, room, height) : panelRows(input, room);
}

function panelRows(input: ScreenInput, room: Room): Row[] {
  const { view, state, size } = input;
  const { person } = view;
  const layout = layOutReplay(view.program, state, size);
  const panels = [
    layout.population > 0 ? flowPanel(input, layout, room) : [],
    layout.actions > 0 ? mixPanel(input, layout, room) : [],
    layout.grid > 0 ? gridPanel(input, layout, room) : [],
    person && layout.user > 0 ? userPanel(view, person, state, room) : [],
    layout.legend > 0 ? [legendRow(view, room)] : [],
    person && layout.why > 0 ? whyPanel(view, person, state.whyTop, layout.why, room) : [],
  ].filter((rows) => rows.length > 0);
  const gap = new Array<Row>(layout.gap).fill(row());
  return panels.flatMap((rows, k) => (k === 0 ? rows : [...gap, ...rows]));
}

function flowPanel({ view, state, context }: ScreenInput, { population }: ReplayLayout, room: Room): Row[] {
  if (state.flow === 'today') return populationRows(view, room, population);
  return matrixRows(view, flowMatrix(context.replay, state.day), room, population);
}

function mixPanel({ view, state, context }: ScreenInput, { actions }: ReplayLayout, room: Room): Row[] {
  if (state.mix === 'today') return actionRows(view, room, actions);
  return mixRows(view, mixByDay(context.replay), state.baseline, room, actions);
}

function gridPanel({ view, state, context }: ScreenInput, { grid }: ReplayLayout, room: Room): Row[] {
  const cells = { width: gridWidth(room.width), height: Math.max(grid - 1, 1) };
  const rows = gridRows(view, gridView(context.replay, state, cells), room);
  return [...rows, ...new Array<Row>(Math.max(grid - rows.length, 0)).fill(row())].slice(0, grid);
}

function userPanel(view: ReplayView, person: ViewedPerson, { hidden }: ReplayState, room: Room): Row[] {
  return [...userRows(view, person, room), ...(hidden ? [hiddenRow(view.program, person, room)] : [])];
}

function whyPanel(
  { program }: ReplayView,
  person: ViewedPerson,
  from: number,
  height: number,
  room: Room,
): Row[] {
  const rows = whyRows(program, person, room);
  const space = height - 1;
  const top = Math.min(from, Math.max(rows.length - space, 0));
  const part = `${top + 1} to ${Math.min(top + space, rows.length)} of ${rows.length}  ${room.glyphs.upDown}`;
  const short = `${top + 1}-${Math.min(top + space, rows.length)}/${rows.length}`;
  const title = whyTitle(person);
  const fits = widthOf(title) + widthOf(part) + 10 <= room.width;
  const more = rows.length <= space ? '' : fits ? part : short;
  return [heading(title, more, room.width, room.glyphs), ...rows.slice(top, top + space)];
}
