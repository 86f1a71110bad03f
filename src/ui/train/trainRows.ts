import { beside } from '../beside.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { type Row, row } from '../row.ts';
import { screenFooter } from '../screen/screenFooter.ts';
import { screenHelp } from '../screen/screenHelp.ts';
import { screenLines } from '../screen/screenLines.ts';
import type { ScreenSize } from '../screenSize.ts';
import { alertRows } from './panels/alertRows.ts';
import { byStageRows } from './panels/byStageRows.ts';
import { curveRows } from './panels/curveRows.ts';
import { scrolledExplanation } from './panels/explanationRows.ts';
import { healthRows } from './panels/healthRows.ts';
import { mixRows } from './panels/mixRows.ts';
import { progressRow } from './panels/progressRow.ts';
import { resultRows } from './panels/resultRows.ts';
import { stageRows } from './panels/stageRows.ts';
import { titleRow } from './panels/titleRow.ts';
import { trainKeyboard } from './trainKeys.ts';
import { bodyRows, layOutTrain, type TrainLayout } from './trainLayout.ts';
import type { TrainContext, TrainState } from './trainState.ts';

/** What one screen is drawn from. */
export interface TrainScreenInput {
  readonly state: TrainState;
  readonly context: TrainContext;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
}

/** What the keys line leaves out first where there is little room. */
const DISPENSABLE = ['checkpoint', 'why', 'panel', 'evaluate', 'replay', 'save+quit', 'pause'];
/** Blank columns between panels. */
const GAP = 2;

/** All rows of the screen: never wider than the terminal, and always one fewer than it has. */
export function trainRows({ state, context, size, glyphs: set }: TrainScreenInput): Row[] {
  const room: Room = { width: size.columns, glyphs: glyphsOf(set) };
  const { history, pace } = context;
  const height = bodyRows(size);
  const body = bodyOf(state, context, size, room).slice(0, height);
  const unit = history.setup.program.decision ? 'product-days' : 'user-days';
  const rows = [
    titleRow(history, state.paused, room),
    progressRow(pace, unit, room),
    ...body,
    ...new Array<Row>(height - body.length).fill(row()),
    ...screenFooter({ keyboard: trainKeyboard, state, context, dispensable: DISPENSABLE }, room),
  ];
  return screenLines(rows, size, set);
}

function bodyOf(state: TrainState, context: TrainContext, size: ScreenSize, room: Room): Row[] {
  const height = bodyRows(size);
  const { alerts, history } = context;
  if (state.help) return screenHelp(trainKeyboard, state, context, room, height);
  if (state.explaining) return scrolledExplanation(alerts, state.explainingTop, room, height);
  const layout = layOutTrain(history, alerts.length, state, size);
  return [
    ...filled(curveRows(history, room, layout.curves), layout.curves),
    ...filled(middleRows(state, context, layout, room), layout.middle),
    ...filled(byStageRows(history, room, layout.byStage), layout.byStage),
    ...resultRows(history, room).slice(0, layout.result),
    ...alertRows(alerts, room, layout.alerts),
  ];
}

function filled(rows: readonly Row[], height: number): Row[] {
  return [...rows, ...new Array<Row>(Math.max(height - rows.length, 0)).fill(row())].slice(0, height);
}

function middleRows(state: TrainState, context: TrainContext, layout: TrainLayout, room: Room): Row[] {
  const { history, alerts } = context;
  const all = Number.POSITIVE_INFINITY;
  const panel = {
    health: (width: number, most = all) => healthRows(history, alerts, { ...room, width }, most),
    actions: (width: number, most = all) => mixRows(history, { ...room, width }, most),
    stages: (width: number, most = all) => stageRows(history, { ...room, width }, most),
    byStage: (width: number, most = all) => byStageRows(history, { ...room, width }, most),
  };
  const { width, glyphs } = room;
  if (layout.single) return state.panel === 'alerts' ? [] : panel[state.panel](width, layout.middle);
  const { columns, turns } = layout;
  const stages = state.panel === 'byStage' && turns.length > 0 ? panel.byStage : panel.stages;
  const each = Math.floor((width - (columns - 1) * GAP) / columns);
  const column = (...rows: readonly Row[]) => ({ rows, width: each });
  if (columns === 3)
    return beside(
      [column(...panel.health(each)), column(...panel.actions(each)), column(...stages(each))],
      GAP,
      glyphs,
    );
  const counts = [...panel.actions(each), ...stages(each)];
  if (columns === 2) return beside([column(...panel.health(each)), column(...counts)], GAP, glyphs);
  return [...panel.health(width), ...counts];
}
