import { describe, expect, it } from 'vitest';
import { manyTests, summed } from '../../../../src/learn/lessons/fair/manyTests.ts';
import {
  type BothTests,
  halfWidth,
  testBothWays,
  unpairedInterval,
} from '../../../../src/learn/lessons/fair/pairing.ts';
import { moral } from '../../../../src/learn/lessons/fair/told.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');

describe('unpairedInterval()', () => {
  it('is the difference of the means, with both samples’ errors', () => {
    const a = Float64Array.from({ length: 1000 }, (_, k) => k % 10);
    const b = Float64Array.from({ length: 1000 }, (_, k) => (k % 10) - 1);
    const { mean, low, high } = unpairedInterval(a, b);
    expect(mean).toBeCloseTo(1, 9);
    // Welch: 1.96 · √(2 · 8.25 / 999)
    expect((high - low) / 2).toBeCloseTo(1.962 * Math.sqrt((2 * 8.25) / 999), 3);
  });
});

describe('lesson fair', () => {
  const tests = finish(manyTests(bench));

  it('tests in both ways against the same group', () => {
    const [first] = tests;
    expect(finish(testBothWays(bench, 500, '1'))).toEqual(first);
    expect(first.paired.mean).not.toBe(first.unpaired.mean);
  });

  it('finds what it tells: shared luck makes the interval narrower, and finds what is there', () => {
    const { ratio, paired, unpaired, tellPaired, tellUnpaired, overall } = summed(tests);
    expect(ratio).toBeGreaterThan(2.5);
    expect(tellPaired).toBeGreaterThan(tellUnpaired + 4);
    expect(overall.low).toBeGreaterThan(0);
    // What the intervals claim is how far the tests lie apart.
    const spread = (means: number[]) => {
      const center = means.reduce((sum, value) => sum + value, 0) / means.length;
      return Math.sqrt(means.reduce((sum, value) => sum + (value - center) ** 2, 0) / (means.length - 1));
    };
    for (const [kind, half] of [
      ['paired', paired],
      ['unpaired', unpaired],
    ] as const) {
      const apart = 1.96 * spread(tests.map((test) => test[kind].mean));
      expect(apart).toBeGreaterThan(0.5 * half);
      expect(apart).toBeLessThan(1.7 * half);
    }
    expect(moral(tests)[0]).toContain(`${ratio.toFixed(1)} times narrower`);
    expect(moral(tests)[1]).toContain('there is something to be found');
    expect(halfWidth(tests[0].paired)).toBeLessThan(halfWidth(tests[0].unpaired));
  });

  it('does not say so where the numbers do not', () => {
    const turned = tests.map(({ paired, unpaired }): BothTests => ({ paired: unpaired, unpaired: paired }));
    expect(moral(turned)[0]).toContain('sharing the luck did not help here');
    const around = { mean: 0, low: -1, high: 1 };
    const nothing = tests.map(
      (_, k): BothTests => ({
        paired: { ...around, mean: k % 2 === 0 ? 0.1 : -0.1 },
        unpaired: around,
      }),
    );
    expect(moral(nothing)[1]).toContain('even all together cannot tell');
  });
});
