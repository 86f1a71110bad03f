import { describe, expect, it } from 'vitest';
import {
  HALF_STEP,
  normalQuantile,
  standardNormal,
} from '../../../../environments/random/distributions/normal.ts';
import { drawForEach } from '../draws.ts';
import { normalCdf } from '../laws.ts';
import { ALPHA, kolmogorovPValue, meanDistance } from '../pValues.ts';

// scipy.stats.norm.ppf
const QUANTILES: readonly (readonly [p: number, z: number])[] = [
  [1e-300, -37.0470962993612],
  [1e-12, -7.034483825301131],
  [2 ** -25, -5.419983174916869],
  [1e-6, -4.753424308822899],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.075, -1.4395314709384563],
  [0.1, -1.2815515655446004],
  [0.3, -0.5244005127080409],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.9999, 3.719016485455709],
];

describe('normalQuantile(p)', () => {
  it.each(QUANTILES)('at %d is %d, to 1.2e-7', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1.2e-7);
  });

  it('at one half is 0', () => {
    expect(normalQuantile(0.5)).toBe(0);
  });
});

describe('standardNormal(u)', () => {
  it('is finite for every uniform from 0 to 1, within 5.42, and symmetric', () => {
    expect(standardNormal(0)).toBeCloseTo(-5.42, 2);
    expect(standardNormal(0)).toBe(-standardNormal(1 - 2 * HALF_STEP));
    expect(standardNormal(0.25)).toBeCloseTo(-standardNormal(0.75 - 2 * HALF_STEP), 12);
  });

  it.each([0, 0.075, 0.4, 0.925])('rises with every step of the uniform around %d', (middle) => {
    const first = Math.max(Math.round(middle * 2 ** 24) - 5_000, 0);
    let before = -Infinity;
    for (let k = first; k < first + 10_000; k++) {
      const z = standardNormal(k * 2 ** -24);
      if (z <= before) expect.fail(`not rising at ${k}`);
      before = z;
    }
  });

  const sample = drawForEach(40_000, 'normal', (next) => standardNormal(next()));

  it('follows the normal law', () => {
    expect(kolmogorovPValue(sample, normalCdf)).toBeGreaterThan(ALPHA);
  });

  it('does not follow a law with a deviation of 1.1', () => {
    expect(kolmogorovPValue(sample, (x) => normalCdf(x / 1.1))).toBeLessThan(ALPHA);
  });

  it('has mean 0, variance 1 and fourth moment 3', () => {
    expect(meanDistance(sample, 0, 1)).toBeLessThan(3.9);
    expect(
      meanDistance(
        sample.map((z) => z ** 2),
        1,
        Math.SQRT2,
      ),
    ).toBeLessThan(3.9);
    expect(
      meanDistance(
        sample.map((z) => z ** 4),
        3,
        Math.sqrt(96),
      ),
    ).toBeLessThan(3.9);
  });
});
