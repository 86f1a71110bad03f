import type { Glyphs } from '../glyphs.ts';

/** Where somebody stands on a line of days. */
export interface Transport {
  readonly day: number;
  readonly playing: boolean;
  /** index in `SPEEDS` */
  readonly speed: number;
  readonly message: string;
}

/** Days a second while playing. */
export const SPEEDS = [1, 2, 4, 8, 15] as const;

/** Plays, or pauses. */
export function playOrPause<State extends Transport>(state: State, lastDay: number): State {
  if (state.playing) return { ...state, playing: false };
  if (state.day < lastDay) return { ...state, playing: true };
  return { ...state, message: `day ${lastDay} is the last; 0 goes back to the start` };
}

/**
 * Goes some days forward, or back where negative, as far as the days reach.
 *
 * @param go the state on another day
 */
export function stepDays<State extends Transport>(
  state: State,
  lastDay: number,
  days: number,
  go: (day: number) => State,
): State {
  const day = Math.min(Math.max(state.day + days, 0), lastDay);
  if (day !== state.day) return go(day);
  return { ...state, message: days < 0 ? 'day 0 is the start' : `day ${lastDay} is the last` };
}

/**
 * A digit: goes to so many tenths of the days.
 *
 * @param go the state on another day
 */
export function jumpToTenth<State extends Transport>(
  state: State,
  lastDay: number,
  digit: string,
  go: (day: number) => State,
): State {
  const day = Math.round((Number(digit) / 10) * lastDay);
  return day === state.day ? { ...state, message: `already on day ${day}` } : go(day);
}

/** Plays faster (1) or slower (−1). */
export function changeSpeed<State extends Transport>(state: State, by: 1 | -1): State {
  const speed = state.speed + by;
  if (speed < 0) return { ...state, message: `${daysASecond(state.speed)} is the slowest` };
  if (speed >= SPEEDS.length) return { ...state, message: `${daysASecond(state.speed)} is the fastest` };
  return { ...state, speed };
}

/** A day's time has passed while playing. */
export function playOn<State extends Transport>(state: State, lastDay: number): State {
  if (!state.playing) return state;
  if (state.day < lastDay) return { ...state, day: state.day + 1 };
  return { ...state, playing: false, message: `day ${lastDay} is the last` };
}

/** "paused", or the speed. */
export function paceWords({ playing, speed }: Transport, { playing: mark }: Pick<Glyphs, 'playing'>): string {
  return playing ? `${mark} ${SPEEDS[speed]} ${SPEEDS[speed] === 1 ? 'day' : 'days'}/s` : 'paused';
}

function daysASecond(speed: number): string {
  return `${SPEEDS[speed]} ${SPEEDS[speed] === 1 ? 'day' : 'days'} a second`;
}
