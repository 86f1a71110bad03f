import { alertsOf } from '../../training/alertsOf.ts';
import type { TrainingHistory } from '../../training/trainingHistory.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { ScreenSize } from '../screenSize.ts';
import { paceOf } from './pace.ts';
import { explanationRows } from './panels/explanationRows.ts';
import { bodyRows, layOutTrain } from './trainLayout.ts';
import type { TrainContext, TrainState } from './trainState.ts';

/** What a training's screen is drawn from, besides its state. */
export interface Surroundings {
  readonly history: TrainingHistory;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  readonly canSave: boolean;
}

/** What keys work with, on a screen of a size. */
export function trainContext(
  state: TrainState,
  { history, size, glyphs, canSave }: Surroundings,
): TrainContext {
  const alerts = alertsOf(history);
  const room = { width: size.columns, glyphs: glyphsOf(glyphs) };
  return {
    history,
    alerts,
    pace: paceOf(history, state.running),
    turns: layOutTrain(history, alerts.length, state, size).turns,
    explanation: { lines: explanationRows(alerts, room).length, room: Math.max(bodyRows(size) - 1, 0) },
    canSave,
  };
}
