import * as transport from '../screen/transport.ts';
import { goToDay } from './goToDay.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Space: play, or pause. */
export function playOrPause(state: ReplayState, { replay }: KeyContext): ReplayState {
  const next = transport.playOrPause(state, replay.days);
  return next.playing ? { ...next, goal: undefined } : next;
}

/** Goes some days forward, or back where negative, as far as the recording reaches. */
export function step(state: ReplayState, context: KeyContext, days: number): ReplayState {
  return transport.stepDays(state, context.replay.days, days, (day) => goToDay(state, context, day));
}

/** A digit: goes to so many tenths of the recording. */
export function jumpToTenth(state: ReplayState, context: KeyContext, digit: string): ReplayState {
  const here = { ...state, goal: undefined };
  return transport.jumpToTenth(here, context.replay.days, digit, (day) => goToDay(state, context, day));
}
