import { describe, expect, it } from 'vitest';
import { log } from '../../../environments/random/log.ts';

const difference = (x: number): number => Math.abs(log(x) / Math.log(x) - 1);

describe('log(x)', () => {
  it('is within 1e-15 of Math.log from the smallest to the largest double, relatively', () => {
    let largest = 0;
    for (let exponent = -1074; exponent < 1024; exponent++) {
      for (let step = 0; step < 64; step++) {
        const x = 2 ** exponent * (1 + step / 64);
        if (x !== 1) largest = Math.max(largest, difference(x));
      }
    }
    expect(largest).toBeLessThan(1e-15);
  });

  it('is within 1e-15 of Math.log near 1, relatively', () => {
    let largest = 0;
    for (let i = 1; i < 100_000; i++) {
      for (const x of [1 + i / 1e5, 1 - i / 1e5, 1 + i * 2 ** -52])
        largest = Math.max(largest, difference(x));
    }
    expect(largest).toBeLessThan(1e-15);
  });

  it.each([5e-324, 1.5e-310, 2 ** -1022, Number.MAX_VALUE])('is exact enough at the edge %d', (x) => {
    expect(difference(x)).toBeLessThan(1e-15);
  });

  it('of 1 is 0', () => {
    expect(log(1)).toBe(0);
  });

  it('of 0 is −Infinity, of Infinity Infinity, of a negative number or NaN NaN', () => {
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    for (const x of [-1, -5e-324, -Infinity, Number.NaN]) expect(log(x)).toBeNaN();
  });

  it('gives the same bits as ever', () => {
    expect([3, 0.7, 123.456, 1e-300, 1.5].map(log)).toEqual(FROZEN);
  });
});

const FROZEN: readonly number[] = [
  1.0986122886681096, -0.3566749439387324, 4.815884817283264, -690.7755278982137, 0.4054651081081644,
];
