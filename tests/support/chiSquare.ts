/**
 * Upper 99.9 % quantile of chi-square, by the degrees of freedom: a true law stays below it in 999 of 1000 samples.
 *
 * Source: R, qchisq(0.999, 1:10)
 */
const CRITICAL = [10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877, 29.588];

/**
 * Pearson's test of counts against what is expected of them.
 *
 * @returns whether the counts are compatible with the expectation, and nothing was seen that cannot be
 */
export function compatible(observed: readonly number[], expected: readonly number[]): boolean {
  const possible = expected.map((_, k) => k).filter((k) => expected[k] > 0);
  if (observed.some((count, k) => expected[k] === 0 && count > 0)) return false;
  if (possible.length < 2) return true;
  const statistic = possible.reduce((sum, k) => sum + (observed[k] - expected[k]) ** 2 / expected[k], 0);
  return statistic < CRITICAL[possible.length - 2];
}
