import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf } from '../../../../src/ui/browse/windowOf.ts';
import { RUNS } from './someLists.ts';

describe('windowOf()', () => {
  it('holds the chosen item and as many others as there is room for', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(59), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(sizes, ([count, place, height]) => {
        const at = place % count;
        const [from, to] = windowOf({ items: new Array(count).fill(RUNS[0]), at }, height);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to - from).toBe(Math.min(count, height));
        expect(to).toBeLessThanOrEqual(count);
        expect(from <= at && at < to).toBe(true);
      }),
    );
  });
});
