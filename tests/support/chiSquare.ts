/**
 * Quantiles of chi-square that a true law exceeds once in a million samples, by the degrees of freedom: a suite of
 * many such tests stays quiet, and what is really wrong is far beyond.
 *
 * Source: R, qchisq(1e-6, 1:8, lower.tail = FALSE)
 */
const CRITICAL = [23.928, 27.631, 30.665, 33.377, 35.888, 38.258, 40.522, 42.701];

/** Cells of which fewer are expected are taken together, as the law does not hold for them one by one. */
const FEW = 5;

/**
 * Pearson's test of counts against what is expected of them.
 *
 * @returns whether the counts are compatible with the expectation, and nothing was seen that cannot be
 */
export function compatible(observed: readonly number[], expected: readonly number[]): boolean {
  if (observed.some((count, k) => expected[k] === 0 && count > 0)) return false;
  const cells = expected.map((mean, k) => ({ mean, count: observed[k] }));
  const [small, large] = [cells.filter(({ mean }) => mean < FEW), cells.filter(({ mean }) => mean >= FEW)];
  const together = small.reduce((a, b) => ({ mean: a.mean + b.mean, count: a.count + b.count }), {
    mean: 0,
    count: 0,
  });
  const tested = together.mean >= FEW ? [...large, together] : large;
  if (tested.length < 2) return true;
  const statistic = tested.reduce((sum, { mean, count }) => sum + (count - mean) ** 2 / mean, 0);
  return statistic < CRITICAL[tested.length - 2];
}
