import { describe, expect, it } from 'vitest';
import {
  meanInterval,
  pairedInterval,
  seedInterval,
  unpairedInterval,
} from '../../../src/statistics/interval.ts';

describe('meanInterval(values)', () => {
  it('is what R gives: t.test(c(1, 2, 3))$conf.int', () => {
    const { mean, low, high } = meanInterval([1, 2, 3]);
    expect([mean, low, high]).toEqual([2, expect.closeTo(-0.4841377, 6), expect.closeTo(4.4841377, 6)]);
  });

  it('is what R gives for the sleep data: t.test(extra[group == 1])$conf.int', () => {
    const { mean, low, high } = meanInterval([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    expect(mean).toBeCloseTo(0.75, 12);
    expect(low).toBeCloseTo(-0.5297804, 6);
    expect(high).toBeCloseTo(2.0297804, 6);
  });

  it('is unbounded for one value, and a point for equal ones', () => {
    expect(meanInterval([4])).toEqual({ mean: 4, low: -Infinity, high: Infinity });
    expect(meanInterval([4, 4])).toEqual({ mean: 4, low: 4, high: 4 });
  });
});

describe('seedInterval(seeds)', () => {
  it('of several seeds is the interval of their means, whatever happens within them', () => {
    const seeds = [Float64Array.of(0, 2), Float64Array.of(-98, 102), Float64Array.of(3, 3)];
    expect(seedInterval(seeds)).toEqual(meanInterval([1, 2, 3]));
  });

  it('of one seed is the interval of its users', () => {
    expect(seedInterval([Float64Array.of(1, 2, 3)])).toEqual(meanInterval([1, 2, 3]));
  });
});

describe('pairedInterval(a, b)', () => {
  it('of one seed is what R gives for the sleep data: t.test(group 1, group 2, paired = TRUE)$conf.int', () => {
    const a = Float64Array.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2);
    const b = Float64Array.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    const { mean, low, high } = pairedInterval([a], [b]);
    expect(mean).toBeCloseTo(-1.58, 12);
    expect(low).toBeCloseTo(-2.4598858, 6);
    expect(high).toBeCloseTo(-0.7001142, 6);
  });

  it('of several seeds is the interval of the mean differences of each', () => {
    const a = [Float64Array.of(5, 7), Float64Array.of(1, 1), Float64Array.of(10, 0)];
    const b = [Float64Array.of(4, 6), Float64Array.of(0, -2), Float64Array.of(2, 2)];
    expect(pairedInterval(a, b)).toEqual(meanInterval([1, 2, 3]));
  });

  it('turns its sign with the order of its arguments', () => {
    const [a, b] = [[Float64Array.of(1, 5, 2)], [Float64Array.of(0, 1, 1)]];
    const [one, other] = [pairedInterval(a, b), pairedInterval(b, a)];
    expect([other.mean, other.low, other.high]).toEqual([-one.mean, -one.high, -one.low]);
  });
});

describe('unpairedInterval(a, b)', () => {
  it('is what R gives for the sleep data: t.test(extra ~ group)$conf.int', () => {
    const a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const { mean, low, high } = unpairedInterval(a, b);
    expect(mean).toBeCloseTo(-1.58, 12);
    expect(low).toBeCloseTo(-3.3654832, 6);
    expect(high).toBeCloseTo(0.2054832, 6);
  });

  it('is a point where no value differs, and unbounded where there is one', () => {
    expect(unpairedInterval([4, 4], [3, 3, 3])).toEqual({ mean: 1, low: 1, high: 1 });
    expect(unpairedInterval([4], [3, 5])).toEqual({ mean: 0, low: -Infinity, high: Infinity });
  });
});
