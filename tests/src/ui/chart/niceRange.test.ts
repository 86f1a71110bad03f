import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceRange } from '../../../../src/ui/chart/niceRange.ts';

describe('niceRange()', () => {
  it.each([
    [
      [0.31, 0.487],
      [0.3, 0.5],
    ],
    [
      [0, 100],
      [0, 100],
    ],
    [
      [-3, 12],
      [-5, 15],
    ],
    [[7], [6, 8]],
    [
      [-1e12, -999999999999.9999],
      [-1e12, -8e11],
    ],
    [[0], [-1, 1]],
    [[], [0, 1]],
    [
      [Number.NaN, 2, Number.POSITIVE_INFINITY, 4],
      [2, 4],
    ],
  ])('of %j is %j', (values, range) => expect(niceRange(values)).toEqual(range));

  it('holds every value and is not empty', () => {
    const value = fc.double({ noNaN: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values) => {
        const [low, high] = niceRange(values);
        expect(high).toBeGreaterThan(low);
        for (const one of values) expect(one >= low && one <= high).toBe(true);
      }),
    );
  });
});
