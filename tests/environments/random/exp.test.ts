import { describe, expect, it } from 'vitest';
import { EXP, exp, logistic, powersOfTwo, rootsOfTwo } from '../../../environments/random/exp.ts';

/** Largest relative difference from Math.exp over evenly spread points. */
function worst(from: number, to: number): number {
  const points = 200_000;
  let largest = 0;
  for (let i = 0; i <= points; i++) {
    const x = from + ((to - from) * i) / points;
    largest = Math.max(largest, Math.abs(exp(x) / Math.exp(x) - 1));
  }
  return largest;
}

describe('exp(x)', () => {
  it('is within 4e-14 of Math.exp near 0, relatively', () => {
    expect(worst(-1, 1)).toBeLessThan(4e-14);
  });

  it('is within 1e-13 of Math.exp over its whole range, relatively', () => {
    expect(worst(EXP.lowest, EXP.highest)).toBeLessThan(1e-13);
  });

  it.each([0, -0, 5e-324, -5e-324, 2 ** -1022])('is exactly 1 at %d', (x) => {
    expect(exp(x)).toBe(1);
  });

  it('saturates beyond its range instead of reaching 0 or infinity', () => {
    for (const x of [-708, -709, -1e300, -Infinity]) expect(exp(x)).toBe(exp(EXP.lowest));
    for (const x of [709.7, 710, 1e300, Infinity]) expect(exp(x)).toBe(exp(EXP.highest));
    expect(exp(EXP.lowest)).toBeGreaterThan(0);
    expect(exp(EXP.highest)).toBeLessThan(Infinity);
  });

  it('of NaN is NaN', () => {
    expect(exp(Number.NaN)).toBeNaN();
  });

  it('gives the same bits as ever', () => {
    expect([1, -1, 0.1, 10, -37.5, 700].map(exp)).toEqual(FROZEN);
  });
});

const FROZEN: readonly number[] = [
  2.7182818284590313, 0.36787944117144417, 1.1051709180756468, 22026.465794806623, 5.175555005802007e-17,
  1.0142320547350298e304,
];

describe('the tables of exp', () => {
  it('rootsOfTwo are 2^(j/64)', () => {
    expect(rootsOfTwo).toHaveLength(64);
    for (const [j, root] of rootsOfTwo.entries())
      expect(Math.abs(root / 2 ** (j / 64) - 1)).toBeLessThan(1e-15);
  });

  it('powersOfTwo are 2^m from m = −1024 to 1024', () => {
    expect(Array.from(powersOfTwo)).toEqual(
      Array.from({ length: 2 * EXP.offset + 1 }, (_, i) => 2 ** (i - EXP.offset)),
    );
  });

  it('the high part of ln 2 / 64 times any whole number in use is exact', () => {
    const largest = Math.ceil(EXP.highest * EXP.scale);
    for (let k = 1; k <= largest; k++) if ((k * EXP.high) / EXP.high !== k) expect.fail(`inexact at ${k}`);
    expect(EXP.high + EXP.low).toBe(Math.LN2 / 64);
  });
});

describe('logistic(x)', () => {
  it('is 1 / (1 + e^−x)', () => {
    for (const x of [-30, -2, -0.5, 0.1, 3, 30])
      expect(logistic(x) / (1 / (1 + Math.exp(-x)))).toBeCloseTo(1, 12);
    expect(logistic(0)).toBe(0.5);
  });

  it('stays within 0 and 1 at the ends', () => {
    expect(logistic(-Infinity)).toBeGreaterThan(0);
    expect(logistic(-Infinity)).toBeLessThan(1e-300);
    expect(logistic(Infinity)).toBe(1);
    expect(logistic(Number.NaN)).toBeNaN();
  });
});
