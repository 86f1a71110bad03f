import type { Key } from 'ink';

/**
 * The keys in one piece of input, by the names that the key table uses. Fast typing and pasting arrive as one
 * piece, so a piece can hold many. Ctrl-Z is none of them: every screen stops with it alike.
 */
export function keyNames(input: string, key: Key): string[] {
  if (key.ctrl) return input === 'z' ? [] : [`ctrl-${input}`];
  if (key.upArrow) return ['up'];
  if (key.downArrow) return ['down'];
  if (key.leftArrow) return ['left'];
  if (key.rightArrow) return ['right'];
  if (key.pageUp) return ['pageup'];
  if (key.pageDown) return ['pagedown'];
  if (key.tab) return ['tab'];
  if (key.return) return ['return'];
  if (key.escape) return ['escape'];
  if (key.backspace || key.delete) return ['backspace'];
  return [...input].map((character) => NAMES[character] ?? character);
}

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\t': 'tab',
  '\r': 'return',
  '\n': 'return',
  '\x03': 'ctrl-c',
  '\x7f': 'backspace',
  '\b': 'backspace',
};
