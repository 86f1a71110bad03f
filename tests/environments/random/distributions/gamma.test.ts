import { describe, expect, it } from 'vitest';
import { gamma, logGamma } from '../../../../environments/random/distributions/gamma.ts';
import { drawForEach } from '../draws.ts';
import { gammaCdf } from '../laws.ts';
import { ALPHA, kolmogorovPValue, meanDistance } from '../pValues.ts';

const RATE = 2.5;
const COUNT = 20_000;

describe.each([0.05, 0.24259, 1, 5, 100])('gamma(next, %d, rate)', (shape) => {
  const sample = drawForEach(COUNT, `gamma ${shape}`, (next) => gamma(next, shape, RATE));

  it('follows the law with mean shape / rate', () => {
    expect(kolmogorovPValue(sample, (x) => gammaCdf(x, shape, RATE))).toBeGreaterThan(ALPHA);
  });

  it('does not follow the law with rate taken for scale', () => {
    expect(kolmogorovPValue(sample, (x) => gammaCdf(x, shape, 1 / RATE))).toBeLessThan(ALPHA);
  });

  it('does not follow the law with a shape that is 5 % larger', () => {
    expect(kolmogorovPValue(sample, (x) => gammaCdf(x, shape * 1.05, RATE))).toBeLessThan(ALPHA);
  });

  it('has mean shape / rate and variance shape / rate²', () => {
    const variance = shape / RATE ** 2;
    expect(meanDistance(sample, shape / RATE, Math.sqrt(variance))).toBeLessThan(4);
    // The fourth central moment is 3 v² (1 + 2 / shape).
    const squares = sample.map((x) => (x - shape / RATE) ** 2);
    expect(meanDistance(squares, variance, variance * Math.sqrt(2 + 6 / shape))).toBeLessThan(4);
  });
});

describe('gamma(next, shape, rate)', () => {
  const next = () => 0.5;

  it.each([
    [0, 1],
    [-1, 1],
    [1e13, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, -2],
    [1, Number.NaN],
  ])('of shape %d and rate %d is NaN', (shape, rate) => {
    expect(gamma(next, shape, rate)).toBeNaN();
  });

  it('of a shape so small that most of the mass lies below the smallest double stays a number', () => {
    const sample = drawForEach(1_000, 'tiny', (draw) => gamma(draw, 1e-4, 1));
    expect(sample.every((x) => x > 0 && Number.isFinite(x))).toBe(true);
  });
});

describe('logGamma(next, shape)', () => {
  it('is the logarithm of a gamma variable of rate 1', () => {
    const logs = drawForEach(100, 'log', (next) => logGamma(next, 3));
    const values = drawForEach(100, 'log', (next) => gamma(next, 3, 1));
    for (const [i, x] of logs.entries()) expect(x).toBeCloseTo(Math.log(values[i]), 12);
  });
});
