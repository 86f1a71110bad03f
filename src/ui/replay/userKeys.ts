import {
  type Direction,
  firstWhoLeft,
  leftOnDay,
  nextAmong,
  nextInStage,
  nextWhoLeft,
} from '../../replay/searches.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** The next (1) or previous (−1) user of those the filter lets through, or else of the chosen user's stage. */
export function nextUser(state: ReplayState, { replay }: KeyContext, direction: Direction): ReplayState {
  const { day, user, filter } = state;
  if (filter) {
    const other = nextAmong(filter.on(replay, day), user, direction);
    if (other !== undefined) return { ...state, user: other, whyTop: 0 };
    return { ...state, message: `nobody else is ${filter.text} on day ${day}` };
  }
  const stage = replay.stagesOn(day)[user];
  const other = nextInStage(replay, day, stage, user, direction);
  if (other !== undefined) return { ...state, user: other, whyTop: 0 };
  const { name } = replay.recording.program.stages[stage] ?? { name: 'not yet there' };
  return { ...state, message: `nobody else is ${name} on day ${day}` };
}

/** Someone who left today; the next one if the chosen user is one. */
export function someoneWhoLeft(state: ReplayState, { replay }: KeyContext): ReplayState {
  const { day, user } = state;
  const isOne = leftOnDay(replay, day, user);
  const other = isOne ? nextWhoLeft(replay, day, user, 1) : firstWhoLeft(replay, day);
  if (other !== undefined) return { ...state, user: other, whyTop: 0 };
  return { ...state, message: isOne ? `nobody else left on day ${day}` : `nobody left on day ${day}` };
}

/** Pauses playing from now on where something happens to the chosen user, or no more. */
export function toggleFollow(state: ReplayState): ReplayState {
  const follow = !state.follow;
  const message = follow
    ? `playing pauses where user ${state.user} changes stage`
    : `user ${state.user} is not followed any more`;
  return { ...state, follow, message };
}
