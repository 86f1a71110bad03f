import { suggestion } from '../../../environments/scenario/diagnostics.ts';
import type { Keyboard, ScreenKey } from './keyboard.ts';
import type { ScreenState } from './screenState.ts';

/** Does what stands behind `:` — a word that stands for a key, or one with a text behind it. */
export function runCommand<State extends ScreenState, Context>(
  keyboard: Keyboard<State, Context>,
  state: State,
  context: Context,
  text: string,
): State {
  const [, word, rest] = /^(\S*)\s*(.*)$/su.exec(text) ?? [];
  if (word === '') return state;
  if (word === 'help') return { ...state, help: true, helpTop: 0 };
  const again = { kind: ':', text };
  const line = Object.entries(keyboard.lines).find(([, { command }]) => command === word);
  if (line) {
    const [kind, { take }] = line;
    const taken = take(state, context, rest);
    // What could not be taken is mended as it was typed.
    return taken.line?.kind === kind && taken.message !== '' ? { ...taken, line: again } : taken;
  }
  const key = keyFor(keyboard, word);
  if (!key) {
    const message = `no command "${word}"${suggestion(word, commandWords(keyboard))}`;
    return { ...state, line: again, message };
  }
  const reason = key.of.refused?.(state, context);
  return reason === undefined ? key.of.press(state, context, key.name) : { ...state, message: reason };
}

/** Every word that means something behind `:`. */
export function commandWords<State extends ScreenState, Context>({
  keys,
  lines,
}: Keyboard<State, Context>): string[] {
  const typed = Object.values(lines).flatMap(({ command }) => command ?? []);
  return [...typed, ...keys.flatMap(({ commands }) => commands ?? []), 'help'];
}

function keyFor<State extends ScreenState, Context>(
  { keys }: Keyboard<State, Context>,
  word: string,
): { of: ScreenKey<State, Context>; name: string } | undefined {
  for (const key of keys) {
    const at = key.commands?.indexOf(word) ?? -1;
    if (at >= 0) return { of: key, name: key.keys[at] };
  }
  return undefined;
}
