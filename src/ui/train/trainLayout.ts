import type { TrainingHistory } from '../../training/trainingHistory.ts';
import { FOOTER_ROWS } from '../screen/screenFooter.ts';
import type { ScreenSize } from '../screenSize.ts';
import { byStageHeight } from './panels/byStageRows.ts';
import { healthHeight } from './panels/healthRows.ts';
import { RESULT_ROWS } from './panels/resultRows.ts';
import { PANELS, type Panel, type TrainState } from './trainState.ts';

/** Rows given to each part between the progress bar and the footer; 0: not shown. */
export interface TrainLayout {
  /** whether one panel at a time is shown below the curves */
  readonly single: boolean;
  /** panels that take turns in one place; none: all are shown */
  readonly turns: readonly Panel[];
  readonly curves: number;
  /** learning health, actions and stages: how they stand, and the rows that they take together */
  readonly columns: 1 | 2 | 3;
  readonly middle: number;
  /** decisions by stage in a place of their own; 0: they take turns with the stages, or there are none */
  readonly byStage: number;
  readonly result: number;
  readonly alerts: number;
}

/** Title and progress. */
const HEADER_ROWS = 2;
/** The least that says something: a heading and lines. */
const LEAST = { curves: 6, alerts: 3 };
/** Rows with which there is room for curves besides a panel. */
const LEAST_BODY = 16;
/** The least curves beside which there is room for decisions by stage. */
const ROOMY_CURVES = 12;
/** Higher curves say no more. */
const MOST_CURVES = 22;
/** The least width for so many panels side by side. */
const WIDTHS = { 2: 100, 3: 180 } as const;

/** Rows between the progress bar and the footer. The last row of the terminal is never drawn on. */
export function bodyRows({ rows }: ScreenSize): number {
  return Math.max(rows - 1 - HEADER_ROWS - FOOTER_ROWS, 0);
}

/**
 * Divides the screen: all panels at once where they fit, else one of them below the curves.
 *
 * @param alerts how many there are
 */
export function layOutTrain(
  history: TrainingHistory,
  alerts: number,
  { panel }: TrainState,
  size: ScreenSize,
): TrainLayout {
  const body = bodyRows(size);
  const result = history.result ? RESULT_ROWS : 0;
  for (const columns of [3, 2, 1] as const) {
    const middle = middleRows(history, columns);
    const rest = body - middle - result;
    const wide = columns === 1 || size.columns >= WIDTHS[columns];
    if (!wide || rest < LEAST.curves + LEAST.alerts) continue;
    const own = byStageHeight(history);
    const byStage = rest - own >= ROOMY_CURVES + LEAST.alerts ? own : 0;
    const turns: Panel[] = byStage === own ? [] : ['stages', 'byStage'];
    return { single: false, turns, columns, middle, byStage, result, ...shared(rest - byStage, alerts) };
  }
  return tabbed(history, body, alerts, panel);
}

/** What curves and alerts get: a line for each alert, as long as something is left of the curves. */
function shared(rest: number, count: number): { curves: number; alerts: number } {
  const alerts = Math.min(Math.max(LEAST.alerts, 1 + count), rest - LEAST.curves);
  const curves = Math.min(rest - alerts, MOST_CURVES);
  return { curves, alerts: rest - curves };
}

/** Rows that each of the panels takes. */
function panelRows(history: TrainingHistory): { health: number; actions: number; stages: number } {
  const { actions, stages } = history.setup.program;
  return {
    health: healthHeight(history),
    actions: 1 + actions.length,
    stages: 1 + stages.length,
  };
}

function middleRows(history: TrainingHistory, columns: 1 | 2 | 3): number {
  const { health, actions, stages } = panelRows(history);
  if (columns === 3) return Math.max(health, actions, stages);
  return columns === 2 ? Math.max(health, actions + stages) : health + actions + stages;
}

/** One panel at a time; curves and what stands below stay in their places from one to the next. */
function tabbed(history: TrainingHistory, body: number, alerts: number, panel: Panel): TrainLayout {
  const isOver = history.result !== undefined;
  const below = Math.min(isOver ? RESULT_ROWS : 1 + Math.min(Math.max(alerts, 1), LEAST.alerts), body);
  const tallest = Math.max(...Object.values(panelRows(history)), byStageHeight(history));
  const spare = Math.min(Math.max(body - below - tallest, LEAST.curves), MOST_CURVES);
  const curves = body >= LEAST_BODY ? spare : 0;
  const rest = body - curves - below;
  const result = isOver ? below : 0;
  const turns = PANELS.filter((one) => one !== 'byStage' || byStageHeight(history) > 0);
  const base = { single: true, turns, columns: 1, byStage: 0, curves, result } as const;
  if (panel === 'alerts') return { ...base, middle: 0, alerts: body - curves - result };
  return { ...base, middle: rest, alerts: isOver ? 0 : below };
}
