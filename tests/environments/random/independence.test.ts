import { describe, expect, it } from 'vitest';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { birthKeys } from './draws.ts';
import { ALPHA, uniformPValue } from './pValues.ts';

const USERS = 40_000;
const BIRTHS = birthKeys(USERS + 1);
const SEED = streamKey('independence', 'population');
const PURPOSES = [
  'day.visit/0',
  'day.visit/1',
  'day.visit/10',
  'day.purchase/0',
  'lifecycle',
  'traits.frailty/0',
];

/** Everyone's uniforms of one seed, day and purpose. */
function uniforms(purpose = 'day.visit/0', day = 1, seed = SEED): number[] {
  const { a, b } = drawKey(seed, day, purposeOf(purpose));
  return Array.from(BIRTHS, (birth) => uniformDraw(birth, a, b));
}

/** One user's uniforms over the days. */
function overDays(birth: number, days: number): number[] {
  const purpose = purposeOf('day.visit/0');
  return Array.from({ length: days }, (_, day) => {
    const { a, b } = drawKey(SEED, day, purpose);
    return uniformDraw(birth, a, b);
  });
}

/** Pairs fall evenly on a 16 × 16 board, by their high and by their low digits, and are not correlated. */
function expectIndependent(first: readonly number[], second: readonly number[]): void {
  const n = Math.min(first.length, second.length);
  const [high, low] = [new Uint32Array(256), new Uint32Array(256)];
  let covariance = 0;
  for (let i = 0; i < n; i++) {
    high[16 * Math.floor(first[i] * 16) + Math.floor(second[i] * 16)]++;
    low[16 * lowDigit(first[i]) + lowDigit(second[i])]++;
    covariance += (first[i] - 0.5) * (second[i] - 0.5);
  }
  expect(uniformPValue(high)).toBeGreaterThan(ALPHA);
  expect(uniformPValue(low)).toBeGreaterThan(ALPHA);
  // 12 × covariance is the correlation, with standard error 1 / √n; beyond 3.89 once in ten thousand.
  expect(Math.abs((12 * covariance) / Math.sqrt(n))).toBeLessThan(3.89);
}

const lowDigit = (uniform: number): number => (uniform * 2 ** 24) & 15;

describe('draws are independent', () => {
  it.each([1, 2, 64])('between users %i apart', (lag) => {
    const draws = uniforms();
    expectIndependent(draws, draws.slice(lag));
  });

  it.each([1, 7])('between days %i apart, for everyone', (lag) => {
    expectIndependent(uniforms('day.visit/0', 1), uniforms('day.visit/0', 1 + lag));
  });

  it.each([0, 1, USERS])('between one day and the next, for user %i', (user) => {
    const draws = overDays(BIRTHS[user], 20_000);
    expectIndependent(draws, draws.slice(1));
  });

  it.each(PURPOSES.flatMap((one, i) => PURPOSES.slice(i + 1).map((other) => [one, other])))(
    'between %s and %s',
    (one, other) => expectIndependent(uniforms(one), uniforms(other)),
  );

  it('between one seed and the next', () => {
    const seeds = ['1', '2', '3'].map((seed) => streamKey(seed, 'population'));
    expectIndependent(uniforms('lifecycle', 1, seeds[0]), uniforms('lifecycle', 1, seeds[1]));
    expectIndependent(uniforms('lifecycle', 1, seeds[1]), uniforms('lifecycle', 1, seeds[2]));
    expectIndependent(uniforms('lifecycle', 1, 1), uniforms('lifecycle', 1, 2));
  });

  it('between a draw of birth and one of the first day', () => {
    expectIndependent(uniforms('traits.frailty/0', 0), uniforms('day.visit/0', 1));
  });
});
