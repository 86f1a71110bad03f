import type { TrainingHistory } from '../../training/trainingHistory.ts';
import { FOOTER_ROWS } from '../screen/screenFooter.ts';
import type { ScreenSize } from '../screenSize.ts';
import { healthFigures } from './panels/healthRows.ts';
import { RESULT_ROWS } from './panels/resultRows.ts';
import type { Panel, TrainState } from './trainState.ts';

/** Rows given to each part between the progress bar and the footer; 0: not shown. */
export interface TrainLayout {
  /** panels that take turns below the curves; 1: all are shown */
  readonly pages: 1 | 4;
  readonly curves: number;
  /** learning health, actions and stages: how they stand, and the rows that they take together */
  readonly columns: 1 | 2 | 3;
  readonly middle: number;
  readonly result: number;
  readonly alerts: number;
}

/** Title and progress. */
const HEADER_ROWS = 2;
/** The least that says something: a heading and lines. */
const LEAST = { curves: 6, alerts: 3 };
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
    if (wide && rest >= LEAST.curves + LEAST.alerts)
      return { pages: 1, columns, middle, result, ...shared(rest) };
  }
  return tabbed(body, result, alerts, panel);
}

/** What curves and alerts get: most of it for the curves, as far as they need it. */
function shared(rest: number): { curves: number; alerts: number } {
  const alerts = Math.max(LEAST.alerts, Math.floor(rest * 0.3));
  const curves = Math.min(rest - alerts, MOST_CURVES);
  return { curves, alerts: rest - curves };
}

function middleRows(history: TrainingHistory, columns: 1 | 2 | 3): number {
  const { actions, stages } = history.setup.program;
  const health = 1 + healthFigures(history).length;
  const [mix, counts] = [1 + actions.length, 1 + stages.length];
  if (columns === 3) return Math.max(health, mix, counts);
  return columns === 2 ? Math.max(health, mix + counts) : health + mix + counts;
}

function tabbed(body: number, result: number, alerts: number, panel: Panel): TrainLayout {
  const curves = body >= 16 ? Math.max(LEAST.curves, Math.floor(body * 0.4)) : 0;
  const below = Math.min(
    result > 0 ? result : 1 + Math.min(Math.max(alerts, 1), LEAST.alerts),
    Math.max(body - curves, 0),
  );
  const rest = Math.max(body - curves - below, 0);
  const base = { pages: 4, columns: 1, curves } as const;
  if (panel === 'alerts')
    return { ...base, middle: 0, result: Math.min(result, below), alerts: body - curves - result };
  return { ...base, middle: rest, result: Math.min(result, below), alerts: result > 0 ? 0 : below };
}
