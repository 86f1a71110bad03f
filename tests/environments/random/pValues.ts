import { chiSquareCdf } from './laws.ts';

/** A true law falls below this once in ten thousand samples. Seeds are fixed, so a test that passed will pass. */
export const ALPHA = 1e-4;

/**
 * Pearson's chi-square test.
 *
 * @param observed counts
 * @param expected counts with the same sum, each of at least about 5
 * @returns the probability of a fit at least as bad, if the law is true
 */
export function chiSquarePValue(observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  let statistic = 0;
  for (let k = 0; k < observed.length; k++) statistic += (observed[k] - expected[k]) ** 2 / expected[k];
  return 1 - chiSquareCdf(statistic, observed.length - 1);
}

/** Chi-square test that all cells are equally likely. */
export function uniformPValue(observed: ArrayLike<number>): number {
  const total = Array.from(observed).reduce((sum, count) => sum + count, 0);
  return chiSquarePValue(observed, new Array<number>(observed.length).fill(total / observed.length));
}

/**
 * Kolmogorov-Smirnov test of a sample against a continuous law, by the asymptotic distribution.
 *
 * Source: Stephens (1970), JRSS B 32(1), for the finite-sample factor.
 */
export function kolmogorovPValue(sample: readonly number[], cdf: (x: number) => number): number {
  const n = sample.length;
  const sorted = Float64Array.from(sample).sort();
  let distance = 0;
  for (const [i, x] of sorted.entries()) {
    const p = cdf(x);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  const lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return lambda < 0.2 ? 1 : Math.min(Math.max(sum, 0), 1);
}

/** How many standard errors the mean of a sample lies from where it should. */
export function meanDistance(sample: readonly number[], mean: number, deviation: number): number {
  const total = sample.reduce((sum, x) => sum + x, 0);
  return (Math.abs(total / sample.length - mean) * Math.sqrt(sample.length)) / deviation;
}
