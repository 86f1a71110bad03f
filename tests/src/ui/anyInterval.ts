import fc from 'fast-check';
import type { Interval } from '../../../src/ui/intervalBar.ts';

/** Numbers of all sizes that screens tell, with few and with many characters. */
const anyNumber = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9, max: 3 }))
  .map(([digits, exponent]) => digits * 10 ** exponent);

/** Intervals of all sizes. */
export const anyInterval: fc.Arbitrary<Interval> = fc
  .tuple(anyNumber, anyNumber, anyNumber)
  .map((three) => three.sort((a, b) => a - b))
  .map(([low, mean, high]) => ({ low, mean, high }));
