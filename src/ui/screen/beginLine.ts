import type { ScreenState, TypedLine } from './screenState.ts';

/**
 * What a key does that begins to type a line: playing pauses meanwhile.
 *
 * @param kind which line, as the keyboard's `lines` have it
 */
export function beginLine(
  kind: string,
): <State extends ScreenState & { readonly playing: boolean }>(state: State) => State {
  return (state) => withLine(state, { kind, text: '' });
}

/** Opens a line that has a text already. */
export function withLine<State extends ScreenState & { readonly playing: boolean }>(
  state: State,
  line: TypedLine,
): State {
  return { ...state, playing: false, line };
}
