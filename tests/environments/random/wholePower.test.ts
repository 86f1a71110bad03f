import { describe, expect, it } from 'vitest';
import { wholePower } from '../../../environments/random/wholePower.ts';

describe('wholePower(x, n)', () => {
  it('is exact where the powers are', () => {
    for (const x of [0, 1, 2, -3, 0.5])
      for (let n = 0, product = 1; n <= 20; n++, product *= x) expect(wholePower(x, n)).toBe(product);
  });

  it('is as near as a product of n factors can be', () => {
    for (const x of [0.9, 0.999, 1.01])
      for (const n of [3, 100, 365, 5_000]) {
        const error = Math.abs(wholePower(x, n) / Math.exp(n * Math.log(x)) - 1);
        expect(error).toBeLessThan(n * 4 * Number.EPSILON);
      }
  });
});
