import { describe, expect, it } from 'vitest';
import { logFactorial, poisson } from '../../../../environments/random/distributions/poisson.ts';
import { drawForEach } from '../draws.ts';
import { poissonProbabilities } from '../laws.ts';
import { ALPHA, chiSquarePValue, meanDistance } from '../pValues.ts';

const COUNT = 40_000;

/** p-value against the law of `mean`, with rare counts put together. */
function pValue(sample: readonly number[], mean: number): number {
  const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 20);
  const observed = new Array<number>(most + 1).fill(0);
  for (const k of sample) observed[Math.min(k, most)]++;
  const cells: { seen: number; expected: number }[] = [{ seen: 0, expected: 0 }];
  for (const [k, p] of poissonProbabilities(mean, most).entries()) {
    const last = cells[cells.length - 1];
    last.seen += observed[k];
    last.expected += p * COUNT;
    if (last.expected >= 20) cells.push({ seen: 0, expected: 0 });
  }
  const rest = cells.pop()!;
  cells[cells.length - 1].seen += rest.seen;
  cells[cells.length - 1].expected += rest.expected;
  return chiSquarePValue(
    cells.map((cell) => cell.seen),
    cells.map((cell) => cell.expected),
  );
}

describe.each([0.3, 5, 9.9, 10, 40, 1000])('poisson(next, %d)', (mean) => {
  const sample = drawForEach(COUNT, `poisson ${mean}`, (next) => poisson(next, mean));

  it('follows the law', () => {
    expect(pValue(sample, mean)).toBeGreaterThan(ALPHA);
  });

  it('does not follow the law of a mean that is a twentieth of a deviation larger', () => {
    expect(pValue(sample, mean + 0.05 * Math.sqrt(mean))).toBeLessThan(ALPHA);
  });

  it('gives whole numbers with this mean and variance', () => {
    expect(sample.every((k) => Number.isInteger(k) && k >= 0)).toBe(true);
    expect(meanDistance(sample, mean, Math.sqrt(mean))).toBeLessThan(4);
    const squares = sample.map((k) => (k - mean) ** 2);
    expect(meanDistance(squares, mean, Math.sqrt(mean + 2 * mean ** 2))).toBeLessThan(4);
  });
});

describe('poisson(next, mean)', () => {
  it.each([0, -1, -Infinity])('of mean %d is 0', (mean) => {
    expect(poisson(() => 0.5, mean)).toBe(0);
  });

  it.each([Number.NaN, Infinity, 1.1e9])('of mean %d is NaN', (mean) => {
    expect(poisson(() => 0.5, mean)).toBeNaN();
  });

  it('ends with the smallest and the largest uniform', () => {
    for (const u of [0, 1 - 2 ** -24]) {
      expect(poisson(() => u, 9.99)).toBeLessThan(50);
      expect(poisson(alternating(u), 1e9)).toBeGreaterThan(0.99e9);
    }
  });
});

/** First the given uniform, then one half. */
function alternating(u: number): () => number {
  let first = true;
  return () => {
    const value = first ? u : 0.5;
    first = false;
    return value;
  };
}

describe('logFactorial(k)', () => {
  it('is the sum of logarithms, to 1e-9', () => {
    let sum = 0;
    for (let k = 1; k <= 1000; k++) {
      sum += Math.log(k);
      if (Math.abs(logFactorial(k) - sum) > 1e-9 * Math.max(sum, 1)) expect.fail(`${k}! differs`);
    }
    expect(logFactorial(0)).toBe(0);
  });
});
