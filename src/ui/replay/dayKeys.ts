import { goToDay } from './goToDay.ts';
import { type KeyContext, type ReplayState, SPEEDS } from './replayState.ts';

/** Space: play, or pause. */
export function playOrPause(state: ReplayState, { replay }: KeyContext): ReplayState {
  if (state.playing) return { ...state, playing: false };
  if (state.day < replay.days) return { ...state, playing: true, goal: undefined };
  return { ...state, message: `day ${replay.days} is the last; 0 goes back to the start` };
}

/** Goes some days forward, or back where negative, as far as the recording reaches. */
export function step(state: ReplayState, context: KeyContext, days: number): ReplayState {
  const { replay } = context;
  const day = Math.min(Math.max(state.day + days, 0), replay.days);
  if (day !== state.day) return goToDay(state, context, day);
  const message = days < 0 ? 'day 0 is the start' : `day ${replay.days} is the last`;
  return { ...state, message };
}

/** A digit: goes to so many tenths of the recording. */
export function jumpToTenth(state: ReplayState, context: KeyContext, digit: string): ReplayState {
  const day = Math.round((Number(digit) / 10) * context.replay.days);
  if (day === state.day) return { ...state, goal: undefined, message: `already on day ${day}` };
  return goToDay(state, context, day);
}

/** Plays faster (1) or slower (−1). */
export function changeSpeed(state: ReplayState, by: 1 | -1): ReplayState {
  const speed = state.speed + by;
  const pace = `${SPEEDS[state.speed]} ${SPEEDS[state.speed] === 1 ? 'day' : 'days'} a second`;
  if (speed < 0) return { ...state, message: `${pace} is the slowest` };
  if (speed >= SPEEDS.length) return { ...state, message: `${pace} is the fastest` };
  return { ...state, speed };
}
