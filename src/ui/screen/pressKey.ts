import type { Keyboard } from './keyboard.ts';
import type { ScreenState } from './screenState.ts';
import { COMMAND_LINE, typeKey } from './typeKey.ts';

/** The state after a key. */
export function pressKey<State extends ScreenState, Context>(
  keyboard: Keyboard<State, Context>,
  state: State,
  key: string,
  context: Context,
): State {
  if (key === 'ctrl-c') return { ...state, quit: true };
  if (state.line) return typeKey(keyboard, state, state.line, key, context);
  const before = { ...state, message: '' };
  if (state.help && Object.hasOwn(SCROLLS, key)) return scrollHelp(before, SCROLLS[key]);
  if (key === '?') return { ...before, help: !state.help, helpTop: 0 };
  const closed = { ...before, help: false };
  if (state.help && key === 'escape') return closed;
  if (key === ':') return { ...closed, line: { kind: COMMAND_LINE, text: '' } };
  const known = keyboard.keys.find(({ keys }) => keys.includes(key));
  if (!known) return { ...closed, message: `no key ${key}; ? shows them all` };
  const reason = known.refused?.(closed, context);
  return reason === undefined ? known.press(closed, context, key) : { ...closed, message: reason };
}

const SCROLLS: Readonly<Record<string, number>> = { up: -1, down: 1, pageup: -10, pagedown: 10, space: 10 };

function scrollHelp<State extends ScreenState>(state: State, lines: number): State {
  return { ...state, helpTop: Math.max(state.helpTop + lines, 0) };
}
