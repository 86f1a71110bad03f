import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, variance } from '../../../src/statistics/mean.ts';

const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2, maxLength: 30 });

describe('mean(values)', () => {
  it('is the arithmetic mean of any array of numbers', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean(Float64Array.of(-1, 1))).toBe(0);
    expect(mean([7])).toBe(7);
  });

  it('is NaN of nothing', () => {
    expect(mean([])).toBeNaN();
  });
});

describe('variance(values)', () => {
  it('is the sample variance, as R gives it: var(c(2, 4, 4, 4, 5, 5, 7, 9))', () => {
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(4.571428571428571, 14);
    expect(variance([3, 3, 3])).toBe(0);
  });

  it('is NaN of fewer than two values', () => {
    expect(variance([])).toBeNaN();
    expect(variance([1])).toBeNaN();
  });

  it('is half the mean square of all differences', () => {
    fc.assert(
      fc.property(values, (list) => {
        const squares = list.flatMap((a, i) => list.flatMap((b, j) => (i === j ? [] : [(a - b) ** 2])));
        expect(variance(list)).toBeCloseTo(
          squares.reduce((sum, square) => sum + square, 0) / squares.length / 2,
          6,
        );
      }),
    );
  });

  it('does not lose small spreads far from zero', () => {
    expect(variance([1e9, 1e9 + 1, 1e9 + 2])).toBe(1);
  });
});
