import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesApart } from '../../../../src/ui/chart/linesApart.ts';

describe('linesApart()', () => {
  it('leaves labels where they belong, and moves those that would overlap', () => {
    expect(linesApart([4, 0, 2], 6)).toEqual([4, 0, 2]);
    expect(linesApart([2, 2, 2], 6)).toEqual([2, 3, 4]);
    expect(linesApart([5, 5, 0], 6)).toEqual([4, 5, 0]);
    expect(linesApart([-3, 99], 4)).toEqual([0, 3]);
  });

  it('leaves out what there is no line for', () => {
    expect(linesApart([0, 0, 0], 2)).toEqual([0, 1, undefined]);
  });

  it('gives every label a line of its own and keeps their order', () => {
    const wanted = fc.array(fc.integer({ min: -5, max: 15 }), { maxLength: 10 });
    fc.assert(
      fc.property(wanted, (lines) => {
        const given = linesApart(lines, 10);
        expect(new Set(given).size).toBe(lines.length);
        for (const line of given) expect(line! >= 0 && line! < 10).toBe(true);
        lines.forEach((a, k) => {
          lines.forEach((b, j) => {
            if (a < b) expect(given[k]!).toBeLessThan(given[j]!);
          });
        });
      }),
    );
  });
});
