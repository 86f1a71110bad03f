/** Keys that have a name instead of a character. */
const NAMED: Readonly<Record<string, string>> = {
  space: ' ',
  enter: '\r',
  tab: '\t',
  esc: '\x1b',
  backspace: '\x7f',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  'ctrl-c': '\x03',
  'ctrl-z': '\x1a',
};

/**
 * What a keyboard sends for keys written one after the other: `g 4 1 enter`.
 *
 * @throws RangeError naming a key that there is none of, or one that would be one key together with `esc`
 */
export function bytesOf(keys: string): string[] {
  if (/\besc /.test(keys))
    throw new RangeError(
      `expected esc to be the last key, as terminals send Alt as esc and a key, got "${keys}"`,
    );
  return keys.split(' ').map((key) => {
    const bytes = NAMED[key] ?? key;
    if (NAMED[key] === undefined && [...key].length !== 1)
      throw new RangeError(`expected a character or one of ${Object.keys(NAMED).join(', ')}, got "${key}"`);
    return bytes;
  });
}
