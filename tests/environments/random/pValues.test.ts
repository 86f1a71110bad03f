import { expect, test } from 'vitest';
import { normalCdf } from './laws.ts';
import { ALPHA, chiSquarePValue, kolmogorovPValue, meanDistance, uniformPValue } from './pValues.ts';

// scipy.stats.chisquare([30, 14, 34, 45, 57, 20]), scipy.stats.chisquare([12, 18], [10, 20])
test('chiSquarePValue() is that of SciPy', () => {
  expect(uniformPValue([30, 14, 34, 45, 57, 20])).toBeCloseTo(4.177325475e-7, 12);
  expect(chiSquarePValue([12, 18], [10, 20])).toBeCloseTo(0.43857802608, 8);
});

test('kolmogorovPValue() accepts the law and refuses one that is shifted by a twentieth of a deviation', () => {
  const n = 20_000;
  const even = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
  expect(kolmogorovPValue(even, (x) => x)).toBe(1);
  expect(kolmogorovPValue(even, (x) => Math.min(x + 0.02, 1))).toBeLessThan(ALPHA);
  expect(kolmogorovPValue([0.1, 0.4, 0.7], (x) => x)).toBeGreaterThan(0.5);
  expect(kolmogorovPValue([-1, 0, 1], normalCdf)).toBeGreaterThan(0.5);
});

test('kolmogorovPValue() has the quantiles of the Kolmogorov distribution', () => {
  // λ = 1.358 is the 5 % point; a sample of n whose distance gives it.
  const n = 1_000_000;
  const distance = 1.3581 / (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
  const even = Array.from({ length: n }, (_, i) => (i + 1) / n);
  expect(kolmogorovPValue(even, (x) => Math.max(x - distance, 0))).toBeCloseTo(0.05, 3);
});

test('meanDistance() counts standard errors', () => {
  expect(meanDistance([1, 2, 3, 6], 2, 4)).toBe(0.5);
});
