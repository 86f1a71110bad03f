import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { clipRow, heading, type Row, row } from '../row.ts';
import { screenHelp } from '../screen/screenHelp.ts';
import type { ScreenSize } from '../screenSize.ts';
import { actionRows } from './panels/actionRows.ts';
import { footerRows } from './panels/footerRows.ts';
import { populationRows } from './panels/populationRows.ts';
import { scrubberRows } from './panels/scrubberRows.ts';
import { titleRow } from './panels/titleRow.ts';
import { legendRow, userRows } from './panels/userRows.ts';
import { whyRows, whyTitle } from './panels/whyRows.ts';
import { replayKeyboard } from './replayKeys.ts';
import { bodyRows, layOutReplay, type ReplayLayout } from './replayLayout.ts';
import { type KeyContext, type ReplayState, SPEEDS } from './replayState.ts';
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
export function screenRows({ view, state, context, size, glyphs: set, command }: ScreenInput): Row[] {
  const room: Room = { width: size.columns, glyphs: glyphsOf(set) };
  const body = bodyRows(size);
  const layout = layOutReplay(view, state, size);
  const shown = state.help
    ? screenHelp(replayKeyboard, state, context, room, body)
    : panelRows(view, state, layout, room);
  const filled = [...shown, ...new Array<Row>(Math.max(body - shown.length, 0)).fill(row())].slice(0, body);
  const rows = [
    titleRow(view, pace(state, room), room),
    ...scrubberRows(view, room),
    ...filled,
    ...footerRows(state, context, command, room),
  ];
  return rows.slice(0, Math.max(size.rows - 1, 1)).map((line) => clipRow(line, size.columns, room.glyphs));
}

function pace({ playing, speed }: ReplayState, { glyphs }: Room): string {
  const days = `${SPEEDS[speed]} ${SPEEDS[speed] === 1 ? 'day' : 'days'}/s`;
  return playing ? `${glyphs.playing} ${days}` : 'paused';
}

function panelRows(view: ReplayView, state: ReplayState, layout: ReplayLayout, room: Room): Row[] {
  const { person } = view;
  const gap = new Array<Row>(layout.gap).fill(row());
  return [
    ...(layout.population > 0 ? populationRows(view, room, layout.population) : []),
    ...gap,
    ...(layout.actions > 0 ? actionRows(view, room, layout.actions) : []),
    ...gap,
    ...(person && layout.user > 0 ? userRows(view, person, room) : []),
    ...(layout.legend > 0 ? [legendRow(view, room)] : []),
    ...gap,
    ...(person && layout.why > 0 ? whyPanel(view, person, state.whyTop, layout.why, room) : []),
  ];
}

function whyPanel(view: ReplayView, person: ViewedPerson, from: number, height: number, room: Room): Row[] {
  const rows = whyRows(view, person, room);
  const space = height - 1;
  const top = Math.min(from, Math.max(rows.length - space, 0));
  const part = `${top + 1} to ${Math.min(top + space, rows.length)} of ${rows.length}  ${room.glyphs.upDown}`;
  const more = rows.length > space ? part : '';
  return [heading(whyTitle(person), more, room.width, room.glyphs), ...rows.slice(top, top + space)];
}
