import { describe, expect, it } from 'vitest';
import { allCurves } from '../../../../src/learn/lessons/walk/curves.ts';
import { moral } from '../../../../src/learn/lessons/walk/told.ts';
import {
  type ErrorCurve,
  errorCurve,
  learnValues,
  rmsError,
  trueValues,
} from '../../../../src/learn/lessons/walk/walks.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const program = bench.world('random-walk');

describe('learnValues()', () => {
  it('moves by TD, after one walk, only the place beside the end it came to', () => {
    const [values] = finish(learnValues(program, { method: 'td', alpha: 0.1 }, 1, 'few'));
    const moved = values.map((value, k) => ({ value, k })).filter(({ value }) => value !== 0.5);
    expect(moved).toHaveLength(1);
    expect([
      { value: 0.45, k: 0 },
      { value: 0.55, k: 4 },
    ]).toContainEqual({ value: Number(moved[0].value.toFixed(9)), k: moved[0].k });
  });

  it('moves by Monte Carlo, after the same walk, every place that it came through, all to one side', () => {
    const [td] = finish(learnValues(program, { method: 'td', alpha: 0.1 }, 1, 'few'));
    const [mc] = finish(learnValues(program, { method: 'mc', alpha: 0.1 }, 1, 'few'));
    const up = td[4] > 0.5;
    expect(mc[2]).not.toBe(0.5);
    for (const value of mc) expect(up ? value >= 0.5 : value <= 0.5).toBe(true);
  });
});

describe('errorCurve()', () => {
  it('meets published errors of TD(0): 0.1284, 0.0567, 0.0505 after 10, 25, 50 walks', () => {
    const { errors } = finish(errorCurve(program, { method: 'td', alpha: 0.1 }, 50, 100, 'many'));
    expect(errors[10]).toBeCloseTo(0.1284, 2);
    expect(Math.abs(errors[25] - 0.0567)).toBeLessThan(0.008);
    expect(Math.abs(errors[50] - 0.0505)).toBeLessThan(0.008);
    expect(errors[0]).toBeCloseTo(Math.sqrt((2 * (1 / 3) ** 2 + 2 * (1 / 6) ** 2) / 5), 12);
  });
});

describe('lesson walk', () => {
  const curves = finish(allCurves(bench));

  it('knows the true values', () => {
    const truth = trueValues(program);
    for (const [k, value] of truth.entries()) expect(value).toBeCloseTo((k + 1) / 6, 12);
    expect(rmsError(truth, truth)).toBe(0);
  });

  it('finds what it tells: TD is nearer, and large steps tremble', () => {
    const mean = ({ errors }: ErrorCurve) => errors.slice(1).reduce((sum, error) => sum + error, 0) / 100;
    const best = (method: 'td' | 'mc') =>
      Math.min(...curves.filter((one) => one.method === method).map(mean));
    expect(best('td')).toBeLessThan(0.7 * best('mc'));
    const [small, , large] = curves;
    expect(large.errors[10]).toBeLessThan(small.errors[10]);
    expect(large.errors[100]).toBeGreaterThan(small.errors[100]);
    const [first, second, third] = moral(curves);
    expect(first).toContain(
      `TD is nearer: its mean error is ${best('td').toFixed(3)} against ${best('mc').toFixed(3)}`,
    );
    expect(second).toContain('here that pays');
    expect(third).toContain('then tremble');
  });

  it('does not say so where the numbers do not', () => {
    const other = { td: 'mc', mc: 'td' } as const;
    const turned = curves.map((one): ErrorCurve => ({ ...one, method: other[one.method] }));
    const [first, second] = moral(turned);
    expect(first).toContain('Monte Carlo is nearer');
    expect(second).toContain('here it cost more');
  });
});
