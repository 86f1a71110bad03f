import type { Replay } from '../../replay/replay.ts';
import { CALM, type ScreenState } from '../screen/screenState.ts';

/** Where somebody stands in a replay, and what is shown of it. */
export interface ReplayState extends ScreenState {
  readonly day: number;
  /** the chosen user's number */
  readonly user: number;
  readonly playing: boolean;
  /** index in `SPEEDS` */
  readonly speed: number;
  /** the stage from which the next and previous user are chosen; undefined: the chosen user's own */
  readonly among: number | undefined;
  /** which half is shown where the screen is too small for both */
  readonly panel: 'overview' | 'user';
  readonly why: boolean;
  /** first line shown of the why panel */
  readonly whyTop: number;
  /** whether the command for the present view is shown */
  readonly command: boolean;
}

/** Days a second while playing. */
export const SPEEDS = [1, 2, 4, 8, 15] as const;

/** What a key has to know besides the state. */
export interface KeyContext {
  readonly replay: Replay;
  /** how the screen would be divided in a state */
  divide(state: ReplayState): ScreenDivision;
}

export interface ScreenDivision {
  /** 2: overview and user take turns */
  readonly panels: 1 | 2;
  /** lines of the why panel, and how many of them there is room for; 0 where it is not on the screen */
  readonly why: { readonly lines: number; readonly room: number };
}

export type ReplayEvent = { readonly kind: 'key'; readonly key: string } | { readonly kind: 'tick' };

/** Where a replay is opened: paused, with the why panel, four days a second once it plays. */
export function initialReplayState(day: number, user: number): ReplayState {
  return {
    ...CALM,
    day,
    user,
    playing: false,
    speed: 2,
    among: undefined,
    panel: 'overview',
    why: true,
    whyTop: 0,
    command: false,
  };
}
