/**
 * Where values are largest within their surroundings.
 *
 * @param values not finite where there is nothing to compare
 * @param least what a peak has at least
 * @param reach how far to either side no other peak is: of equal ones the first counts
 * @returns indices, rising
 */
export function peaks(values: readonly number[], least: number, reach: number): number[] {
  return [...values.keys()].filter((k) => {
    const before = values.slice(Math.max(k - reach, 0), k);
    const after = values.slice(k + 1, k + 1 + reach);
    return (
      values[k] >= least && before.every((v) => !(v >= values[k])) && after.every((v) => !(v > values[k]))
    );
  });
}
