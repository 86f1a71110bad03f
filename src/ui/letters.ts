const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/**
 * One letter for each name, all different: its first one if that is free, else another one of the name, else any.
 * Sixty-two names can be told apart; further ones get `?`.
 *
 * @param names in the order in which they choose
 * @param upper capital letters instead of small ones
 */
export function letters(names: readonly string[], upper: boolean): string[] {
  const cased = (text: string) => (upper ? text.toUpperCase() : text.toLowerCase());
  const other = upper ? ALPHABET : ALPHABET.toUpperCase();
  const taken = new Set<string>();
  return names.map((name) => {
    const candidates = [...cased(name.replace(/\W|_/g, '')), ...cased(ALPHABET), ...DIGITS, ...other];
    const letter = candidates.find((candidate) => !taken.has(candidate)) ?? '?';
    taken.add(letter);
    return letter;
  });
}
