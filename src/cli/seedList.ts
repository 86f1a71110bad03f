/**
 * The names of several seeds from the first one: a whole number counts on, any other text is numbered.
 *
 * @example seedList('7', 3) // ['7', '8', '9']
 * @example seedList('spring', 2) // ['spring/1', 'spring/2']
 */
export function seedList(first: string, count: number): string[] {
  const counts = /^\d{1,15}$/.test(first);
  return Array.from({ length: count }, (_, k) => (counts ? String(Number(first) + k) : `${first}/${k + 1}`));
}
