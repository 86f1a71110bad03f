import { describe, expect, it } from 'vitest';
import { glyphsOf } from '../../../src/ui/glyphs.ts';
import { amount, intervalWords, signed } from '../../../src/ui/intervalWords.ts';

const unicode = glyphsOf('unicode');

describe('differences in words', () => {
  it('amount(value) and signed(value) have three digits that count, and a minus that is one', () => {
    expect([2.71428, -0.5, 0, -2e-7].map((value) => amount(value, unicode))).toEqual([
      '2.71',
      '−0.5',
      '0',
      '−2.00e-7',
    ]);
    expect([2.71428, -0.5, 0].map((value) => signed(value, unicode))).toEqual(['+2.71', '−0.5', '0']);
    expect(signed(-1, glyphsOf('ascii'))).toBe('-1');
  });

  it('intervalWords(interval) leaves out ends that are not known', () => {
    expect(intervalWords({ mean: 3.2, low: -1.9, high: 4.5 }, unicode)).toBe('+3.2 [−1.9, 4.5]');
    expect(intervalWords({ mean: 3.2, low: -Infinity, high: Infinity }, unicode)).toBe('+3.2 [?]');
  });
});
