import { describe, expect, it } from 'vitest';
import { studentTQuantile } from '../../../src/statistics/studentT.ts';

describe('studentTQuantile(probability, degrees)', () => {
  it.each([
    [1, 12.706204736],
    [2, 4.30265273],
    [4, 2.776445105],
    [9, 2.262157163],
    [30, 2.042272456],
    [1_000, 1.962339],
    [1_999, 1.961151],
    [1e6, 1.959966],
  ])("is R's qt(0.975, %d) to seven digits", (degrees, expected) => {
    expect(Math.abs(studentTQuantile(0.975, degrees) / expected - 1)).toBeLessThan(5e-7);
  });

  it('is symmetric about 0', () => {
    for (const degrees of [1, 4, 30])
      expect(studentTQuantile(0.1, degrees)).toBeCloseTo(-studentTQuantile(0.9, degrees), 8);
    expect(studentTQuantile(0.5, 4)).toBeCloseTo(0, 8);
  });

  it('with one degree of freedom is the quantile of the Cauchy distribution, tan π (p − ½)', () => {
    for (const p of [0.6, 0.75, 0.9, 0.99])
      expect(studentTQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 6);
  });
});
