import { type Direction, firstWhoLeft, leftOnDay, nextInStage, nextWhoLeft } from '../../replay/searches.ts';
import { thousands } from '../formatNumber.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** The next (1) or previous (−1) user in the stage that `s` set, or else in the chosen user's own. */
export function nextUser(state: ReplayState, { replay }: KeyContext, direction: Direction): ReplayState {
  const stages = replay.stagesOn(state.day);
  const stage = state.among ?? stages[state.user];
  const user = nextInStage(replay, state.day, stage, state.user, direction);
  if (user !== undefined) return { ...state, user, whyTop: 0 };
  const { name } = replay.recording.program.stages[stage];
  const who = stages[state.user] === stage ? 'nobody else' : 'nobody';
  return { ...state, message: `${who} is ${name} on day ${state.day}` };
}

/** Someone who left today; the next one if the chosen user is one. */
export function someoneWhoLeft(state: ReplayState, { replay }: KeyContext): ReplayState {
  const { day, user } = state;
  const isOne = leftOnDay(replay, day, user);
  const other = isOne ? nextWhoLeft(replay, day, user, 1) : firstWhoLeft(replay, day);
  if (other !== undefined) return { ...state, user: other, whyTop: 0 };
  return { ...state, message: isOne ? `nobody else left on day ${day}` : `nobody left on day ${day}` };
}

/** The next stage from which `n` and `p` choose; after the last one, again the chosen user's own. */
export function chooseStage(state: ReplayState, { replay }: KeyContext): ReplayState {
  const { stages } = replay.recording.program;
  const next = state.among === undefined ? 0 : state.among + 1;
  if (next >= stages.length)
    return { ...state, among: undefined, message: "n and p choose from the user's own stage" };
  const count = replay.frame(state.day).counts[next];
  const message = `n and p choose from ${stages[next].name}: ${thousands(count)} users on day ${state.day}`;
  return { ...state, among: next, message };
}
