import { pressEntryKey } from './numberEntry.ts';
import { replayKeys } from './replayKeys.ts';
import type { KeyContext, ReplayEvent, ReplayState } from './replayState.ts';

/** The state after a key, or after a day's time while playing. */
export function reduceReplay(state: ReplayState, event: ReplayEvent, context: KeyContext): ReplayState {
  if (event.kind === 'tick') return tick(state, context);
  if (event.key === 'ctrl-c') return { ...state, quit: true };
  if (state.entry) return pressEntryKey(state, state.entry, event.key, context);
  const known = replayKeys.find(({ keys }) => keys.includes(event.key));
  const before = { ...state, message: '', command: false, help: state.help && event.key === '?' };
  if (known) return known.press(before, context, event.key);
  return { ...before, message: `no key ${event.key}; ? shows them all` };
}

function tick(state: ReplayState, { replay }: KeyContext): ReplayState {
  if (!state.playing) return state;
  if (state.day < replay.days) return { ...state, day: state.day + 1, whyTop: 0 };
  return { ...state, playing: false, message: `day ${replay.days} is the last` };
}
