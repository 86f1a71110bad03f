import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peaks } from '../../../../src/replay/marks/peaks.ts';

it('finds what is largest within reach, the first of equal ones', () => {
  expect(peaks([0, 5, 4, 0, 0, 6, 6, 1], 3, 2)).toEqual([1, 5]);
  expect(peaks([Number.NaN, 5, Number.NaN], 3, 2)).toEqual([1]);
  expect(peaks([1, 2, 1], 3, 2)).toEqual([]);
});

it('never finds two within reach, and always the largest of all', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value), fc.integer({ min: 1, max: 5 }), (values, reach) => {
      const found = peaks(values, 3, reach);
      for (const [k, at] of found.slice(1).entries()) expect(at - found[k]).toBeGreaterThan(reach);
      const largest = Math.max(...values.filter((v) => v >= 3));
      if (largest >= 3) expect(found).toContain(values.indexOf(largest));
    }),
    { seed: 15 },
  );
});
