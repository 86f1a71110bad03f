import { describe, expect, it } from 'vitest';
import { beta } from '../../../../environments/random/distributions/beta.ts';
import { drawForEach } from '../draws.ts';
import { betaCdf } from '../laws.ts';
import { ALPHA, chiSquarePValue, kolmogorovPValue, meanDistance } from '../pValues.ts';

const COUNT = 20_000;

describe.each([
  [2, 3],
  [0.5, 0.7],
  [1, 1.2],
  [30, 10],
])('beta(next, %d, %d)', (a, b) => {
  const sample = drawForEach(COUNT, `beta ${a} ${b}`, (next) => beta(next, a, b));

  it('follows the law', () => {
    expect(kolmogorovPValue(sample, (x) => betaCdf(x, a, b))).toBeGreaterThan(ALPHA);
  });

  it('does not follow the law with the two shapes exchanged', () => {
    expect(kolmogorovPValue(sample, (x) => betaCdf(x, b, a))).toBeLessThan(ALPHA);
  });

  it('has mean a / (a + b) and its variance', () => {
    const mean = a / (a + b);
    const variance = (mean * (1 - mean)) / (a + b + 1);
    expect(meanDistance(sample, mean, Math.sqrt(variance))).toBeLessThan(4);
    const squares = sample.map((x) => (x - mean) ** 2);
    // A variable between 0 and 1 has a fourth central moment of at most its variance.
    expect(meanDistance(squares, variance, Math.sqrt(variance))).toBeLessThan(4);
  });
});

/** Small shapes put most of the mass within rounding of 0 and 1, so cells are compared instead of the whole curve. */
const EDGES = [1e-30, 1e-12, 1e-6, 1e-2, 0.3, 0.7, 0.99, 1 - 1e-6, 1 - 1e-12] as const;

describe.each([
  [0.05, 0.1],
  [0.3, 0.02],
])('beta(next, %d, %d)', (a, b) => {
  const counts = new Array<number>(EDGES.length + 1).fill(0);
  for (const x of drawForEach(COUNT, `beta ${a} ${b}`, (next) => beta(next, a, b)))
    counts[EDGES.filter((edge) => x >= edge).length]++;

  function expected(first: number, second: number): number[] {
    const below = EDGES.map((edge) =>
      edge < 0.5 ? betaCdf(edge, first, second) : 1 - betaCdf(1 - edge, second, first),
    );
    return [...below, 1].map((p, k) => COUNT * (p - (k === 0 ? 0 : below[k - 1])));
  }

  it('falls into cells near 0 and 1 as the law says', () => {
    expect(chiSquarePValue(counts, expected(a, b))).toBeGreaterThan(ALPHA);
  });

  it('does not with the two shapes exchanged', () => {
    expect(chiSquarePValue(counts, expected(b, a))).toBeLessThan(ALPHA);
  });
});

describe('beta(next, a, b)', () => {
  it.each([
    [0, 1],
    [1, 0],
    [-1, 1],
    [1, Number.NaN],
  ])('of shapes %d and %d is NaN', (a, b) => {
    expect(beta(() => 0.5, a, b)).toBeNaN();
  });
});
