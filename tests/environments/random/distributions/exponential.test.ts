import { describe, expect, it } from 'vitest';
import { exponential } from '../../../../environments/random/distributions/exponential.ts';
import { drawForEach } from '../draws.ts';
import { ALPHA, kolmogorovPValue, meanDistance } from '../pValues.ts';

const RATE = 2.5;

describe('exponential(u, rate)', () => {
  it('is the quantile at u', () => {
    expect(exponential(0.5, 2)).toBeCloseTo(Math.LN2 / 2, 14);
    expect(exponential(0, 2)).toBeCloseTo(0, 14);
    expect(exponential(1 - 2 ** -24, 1)).toBeCloseTo(24 * Math.LN2, 12);
  });

  const sample = drawForEach(40_000, 'exponential', (next) => exponential(next(), RATE));

  it('follows the law with mean 1 / rate', () => {
    expect(kolmogorovPValue(sample, (x) => 1 - Math.exp(-RATE * x))).toBeGreaterThan(ALPHA);
    expect(meanDistance(sample, 1 / RATE, 1 / RATE)).toBeLessThan(4);
  });

  it('does not follow the law with rate taken for the mean', () => {
    expect(kolmogorovPValue(sample, (x) => 1 - Math.exp(-x / RATE))).toBeLessThan(ALPHA);
  });
});
