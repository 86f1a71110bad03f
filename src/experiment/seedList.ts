/**
 * The names of several seeds from the first one: a whole number counts on, any other text is numbered.
 *
 * @example seedList('7', 3) // ['7', '8', '9']
 * @example seedList('spring', 3) // ['spring', 'spring/2', 'spring/3']
 */
export function seedList(first: string, count: number): string[] {
  const counts = /^(0|[1-9]\d{0,14})$/.test(first);
  const later = (k: number) => (counts ? String(Number(first) + k) : `${first}/${k + 1}`);
  return Array.from({ length: count }, (_, k) => (k === 0 ? first : later(k)));
}
