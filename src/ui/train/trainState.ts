import type { Alert } from '../../training/alert.ts';
import type { TrainingHistory } from '../../training/trainingHistory.ts';
import { CALM, type ScreenState } from '../screen/screenState.ts';
import type { Pace } from './pace.ts';

/** Panels that take turns where there is no room for all. */
export const PANELS = ['health', 'actions', 'stages', 'byStage', 'alerts'] as const;
export type Panel = (typeof PANELS)[number];

/** What a person does with a training's screen. */
export interface TrainState extends ScreenState {
  readonly paused: boolean;
  /** which panel is shown where there is no room for all */
  readonly panel: Panel;
  /** whether what alerts mean covers the screen, and the first line shown of it */
  readonly explaining: boolean;
  readonly explainingTop: number;
  /** milliseconds that it has been learning while this screen was open */
  readonly running: number;
  /** the episode after which an evaluation was asked for; undefined: none was */
  readonly evaluateAfter: number | undefined;
  /** the episode after which the screen is left; undefined: none was asked for */
  readonly quitAfter: number | undefined;
  /** whether a picture was asked for that is not saved yet */
  readonly saving: boolean;
  /** what comes after quitting */
  readonly next: 'nothing' | 'replay';
}

/** What a key has to know besides the state. */
export interface TrainContext {
  readonly history: TrainingHistory;
  readonly alerts: readonly Alert[];
  readonly pace: Pace;
  /** panels that take turns in one place; none: all are on the screen */
  readonly turns: readonly Panel[];
  /** lines of what alerts mean, and how many of them there is room for */
  readonly explanation: { readonly lines: number; readonly room: number };
  /** whether there is somebody who saves pictures */
  readonly canSave: boolean;
}

/** What changes the state. */
export type TrainScreenEvent =
  | { readonly kind: 'key'; readonly key: string }
  /** so many milliseconds went by */
  | { readonly kind: 'tick'; readonly milliseconds: number }
  /** the picture is saved, or could not be */
  | { readonly kind: 'saved'; readonly message: string };

/** A screen that was just opened. */
export const OPENED: TrainState = {
  ...CALM,
  paused: false,
  panel: 'health',
  explaining: false,
  explainingTop: 0,
  running: 0,
  evaluateAfter: undefined,
  quitAfter: undefined,
  saving: false,
  next: 'nothing',
};
