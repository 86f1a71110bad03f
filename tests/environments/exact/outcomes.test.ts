import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bernoulliOutcomes,
  categoricalOutcomes,
  dieOutcomes,
  MEANS,
  type Outcomes,
} from '../../../environments/exact/outcomes.ts';
import { plainDraws } from '../../../environments/scenario/plainDraws.ts';

const STEPS = 1 << 14;

/** How often each value is drawn by evenly spaced uniforms. */
function frequencies(
  draw: 'bernoulli' | 'categorical' | 'uniform',
  args: readonly number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (let k = 0; k < STEPS; k++) {
    const drawn = Number(plainDraws[draw]({ birth: 0, a: 0, b: 0, uniform: (k + 0.5) / STEPS }, args));
    const value = draw === 'uniform' ? Math.floor(drawn) : drawn;
    counts.set(value, (counts.get(value) ?? 0) + 1 / STEPS);
  }
  return counts;
}

function expectLaw({ values, probabilities }: Outcomes, drawn: Map<number, number>): void {
  expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(new Set(values).size).toBe(values.length);
  for (const [k, value] of values.entries())
    expect(Math.abs(probabilities[k] - (drawn.get(value) ?? 0)), String(value)).toBeLessThan(2 / STEPS);
  for (const value of drawn.keys()) expect(values).toContain(value);
}

const quarter = fc.integer({ min: -20, max: 20 }).map((k) => k / 4);

describe('outcomes are those that are drawn, as often', () => {
  it('bernoulli(p)', () => {
    for (const p of [0, 0.25, 1, -3, 7, Number.NaN, Number.POSITIVE_INFINITY])
      expectLaw(bernoulliOutcomes(p), frequencies('bernoulli', [p]));
  });

  it('categorical(weight, …)', () => {
    const weight = fc.oneof(quarter, fc.constantFrom(0, -1, Number.NaN));
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 5 }), (weights) =>
        expectLaw(categoricalOutcomes(weights), frequencies('categorical', weights)),
      ),
      { numRuns: 60, seed: 71 },
    );
  });

  it('floor(uniform(from, to)), also where from is above to', () => {
    fc.assert(
      fc.property(quarter, quarter, (from, to) =>
        expectLaw(dieOutcomes(from, to), frequencies('uniform', [from, to])),
      ),
      { numRuns: 60, seed: 72 },
    );
    expect(dieOutcomes(1, 7)).toEqual({ values: [1, 2, 3, 4, 5, 6], probabilities: Array(6).fill(1 / 6) });
  });

  it('floor(uniform(from, to)) with more outcomes than can be gone through is refused', () => {
    expect(() => dieOutcomes(0, 1e9)).toThrow();
    expect(() => dieOutcomes(Number.NEGATIVE_INFINITY, 3)).toThrow();
  });
});

describe('means of endless draws', () => {
  it.each<[keyof typeof MEANS, number[], number]>([
    ['normal', [3, 2], 3],
    ['lognormal', [1, 0.5], Math.exp(1.125)],
    ['lognormal', [1, -0.5], Math.exp(1.125)],
    ['uniform', [-1, 4], 1.5],
    ['uniform', [4, -1], 1.5],
    ['poisson', [2.5], 2.5],
    ['poisson', [0], 0],
    // A Poisson draw with a mean below 0 is 0.
    ['poisson', [-2], 0],
    ['exponential', [4], 0.25],
    ['gamma', [3, 2], 1.5],
    ['beta', [1, 3], 0.25],
    // These are not numbers when they are drawn.
    ['gamma', [-1, 2], Number.NaN],
    ['gamma', [1, -2], Number.NaN],
    ['beta', [-1, 3], Number.NaN],
    ['poisson', [1e10], Number.NaN],
  ])('%s(%j) is %d', (draw, args, mean) => {
    const found = MEANS[draw](...args);
    if (Number.isNaN(mean)) expect(found).toBeNaN();
    else expect(found).toBeCloseTo(mean, 12);
  });
});
