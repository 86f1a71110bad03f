/**
 * Gives each of several labels a line of its own, as near to where it belongs as the others allow; of those that belong
 * on the same line, the earlier one is above.
 *
 * @param wanted the line at which each label belongs, from 0
 * @param lines lines that there are
 * @returns the line of each label, in the order of `wanted`; undefined for those there is no line for
 */
export function linesApart(wanted: readonly number[], lines: number): (number | undefined)[] {
  const order = wanted.map((line, k) => ({ line, k })).slice(0, lines);
  order.sort((a, b) => a.line - b.line || a.k - b.k);
  const given = order.map(({ line }) => Math.min(Math.max(line, 0), lines - 1));
  for (let k = 1; k < given.length; k++) given[k] = Math.max(given[k], given[k - 1] + 1);
  for (let k = given.length - 1, last = lines - 1; k >= 0; k--, last--) given[k] = Math.min(given[k], last);
  const result = new Array<number | undefined>(wanted.length).fill(undefined);
  order.forEach(({ k }, place) => {
    result[k] = given[place];
  });
  return result;
}
