import type { KeyContext, ReplayState } from './replayState.ts';

/** User-days that are lived at once, unnoticed; more are lived in pieces while the screen goes on. */
export const UNNOTICED = 90_000;

/** Goes to a day of the recording: at once where its days are lived, or soon are; else as they are lived. */
export function goToDay(state: ReplayState, { replay }: KeyContext, day: number): ReplayState {
  const ahead = (day - replay.livedDays) * replay.people;
  if (ahead <= UNNOTICED) return { ...state, day, goal: undefined, whyTop: 0 };
  return { ...state, day: replay.livedDays, goal: day, whyTop: 0 };
}

/** Goes on towards the day that is on its way, after more days were lived. */
export function goOn(state: ReplayState, { replay }: KeyContext): ReplayState {
  const { goal } = state;
  if (goal === undefined) return state;
  const day = Math.min(goal, replay.livedDays);
  return { ...state, day, goal: day === goal ? undefined : goal, whyTop: 0 };
}
