import { pressKey } from '../screen/pressKey.ts';
import { playOn } from '../screen/transport.ts';
import { compareKeyboard } from './compareKeys.ts';
import type { CompareContext, CompareEvent, CompareState } from './compareState.ts';

/** The state after a key, after a day's time while playing, or after what was asked for. */
export function reduceCompare(
  state: CompareState,
  event: CompareEvent,
  context: CompareContext,
): CompareState {
  switch (event.kind) {
    case 'key':
      return scrolledUp(pressKey(compareKeyboard, { ...state, command: false }, event.key, context), state);
    case 'tick':
      // Playing waits for days that are still to be lived.
      return context.pair.livedDays < state.day ? state : scrolledUp(playOn(state, context.pair.days), state);
    case 'done':
      return { ...state, asked: undefined, message: event.message };
  }
}

/** Why another day went as it did is read from its beginning. */
function scrolledUp(state: CompareState, before: CompareState): CompareState {
  return state.lives && state.day !== before.day ? { ...state, lives: { ...state.lives, top: 0 } } : state;
}
