import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlyphSet, glyphsOf } from '../../../src/ui/glyphs.ts';
import { type Interval, intervalBar, scaleOf } from '../../../src/ui/intervalBar.ts';
import { rowWidth, textOf } from '../../../src/ui/row.ts';

const room = (width: number, set: GlyphSet = 'unicode') => ({ width, glyphs: glyphsOf(set) });
const below: Interval = { mean: -5, low: -7, high: -3 };

describe('intervalBar()', () => {
  it('marks the mean, the interval and 0', () => {
    expect(textOf(intervalBar(below, [-9, 2], room(12)))).toBe('··━━◆━━··┆··');
    expect(textOf(intervalBar(below, [-9, 2], room(12, 'ascii')))).toBe('..--o--..|..');
  });

  it('draws the mean alone where the interval is not known', () => {
    const alone = { mean: 1, low: Number.NaN, high: Number.NaN };
    expect(textOf(intervalBar(alone, [-1, 3], room(5)))).toBe('·┆◆··');
  });

  it('reaches the edge where an interval has no end', () => {
    const open = { mean: 1, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(textOf(intervalBar(open, [-1, 3], room(5)))).toBe('━┆◆━━');
  });

  it('has a scale that holds 0 and every interval', () => {
    expect(scaleOf([below, { mean: -1, low: Number.NaN, high: Number.NaN }])).toEqual([-7, 0]);
    expect(scaleOf([])).toEqual([0, 0]);
  });

  it('is as wide as its room, with the marks in the order of their values', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const interval = fc
      .tuple(value, value, value)
      .map((three) => three.sort((a, b) => a - b))
      .map(([low, mean, high]) => ({ mean, low, high }));
    fc.assert(
      fc.property(interval, fc.integer({ min: 1, max: 90 }), (one, width) => {
        const bar = intervalBar(one, scaleOf([one]), room(width));
        expect(rowWidth(bar)).toBe(width);
        const text = bar.map((part) => part.text).join('');
        const [mean, zero] = [text.indexOf('◆'), text.indexOf('┆')];
        expect(mean).toBeGreaterThanOrEqual(0);
        if (zero >= 0) expect(zero > mean).toBe(one.mean < 0);
      }),
    );
  });
});
