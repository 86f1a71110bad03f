import { pressKey } from '../screen/pressKey.ts';
import { replayKeyboard } from './replayKeys.ts';
import type { KeyContext, ReplayEvent, ReplayState } from './replayState.ts';

/** The state after a key, or after a day's time while playing. */
export function reduceReplay(state: ReplayState, event: ReplayEvent, context: KeyContext): ReplayState {
  if (event.kind === 'tick') return tick(state, context);
  return pressKey(replayKeyboard, { ...state, command: false }, event.key, context);
}

function tick(state: ReplayState, { replay }: KeyContext): ReplayState {
  if (!state.playing) return state;
  if (state.day < replay.days) return { ...state, day: state.day + 1, whyTop: 0 };
  return { ...state, playing: false, message: `day ${replay.days} is the last` };
}
