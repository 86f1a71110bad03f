import { describe, expect, it } from 'vitest';
import { churnWaves } from '../../../../src/replay/marks/churnWaves.ts';
import { framesOf } from './frames.ts';

/** 60 days on which 5 of 1000 leave, more or less, but for what is given by day. */
const daysWith = (left: Readonly<Record<number, number>>) =>
  framesOf(Array.from({ length: 60 }, (_, k) => ({ left: left[k + 1] ?? 4 + (k % 3) })));

describe('churnWaves()', () => {
  it('marks a day on which far more left than usual', () => {
    const waves = churnWaves(daysWith({ 30: 38 }));
    expect(waves).toHaveLength(1);
    expect(waves[0]).toMatchObject({ day: 30, kind: 'churn', about: '38 left, usually 5' });
    expect(waves[0].strength).toBeGreaterThan(3.5);
  });

  it('marks the middle of a week on which more left day after day, once', () => {
    const week = Object.fromEntries([27, 28, 29, 30, 31, 32, 33].map((day) => [day, 12]));
    const waves = churnWaves(daysWith(week));
    expect(waves.map(({ day, about }) => [day, about])).toEqual([[30, '84 left in 7 days, usually 35']]);
  });

  it('tells two waves apart, and which is the stronger one', () => {
    const [first, second, ...more] = churnWaves(daysWith({ 15: 30, 40: 60 }));
    expect([first.day, second.day, more]).toEqual([15, 40, []]);
    expect(second.strength).toBeGreaterThan(first.strength);
  });

  it('goes by the part that left, not by how many there are', () => {
    const grows = Array.from({ length: 60 }, (_, k) => ({ active: 1000 * (k + 1), left: 5 * (k + 1) }));
    expect(churnWaves(framesOf(grows))).toEqual([]);
    const shrinks = Array.from({ length: 60 }, () => ({ active: 1000, left: 20 }));
    shrinks[30] = { active: 100, left: 20 };
    expect(churnWaves(framesOf(shrinks)).map(({ day }) => day)).toEqual([31]);
  });

  it('takes a change of a tenth for none, however many users tell it', () => {
    const many = Array.from({ length: 60 }, (_, k) => ({ active: 1e6, left: k === 30 ? 5500 : 5000 }));
    expect(churnWaves(framesOf(many))).toEqual([]);
  });

  it.each([1, 2, 3, 4, 57, 58, 59, 60])('marks a wave near the ends too: day %i', (day) => {
    expect(churnWaves(daysWith({ [day]: 38 }))).toEqual([
      expect.objectContaining({ day, about: expect.stringMatching(/^38 left, usually [56]$/) }),
    ]);
  });

  it.each([4, 8, 53, 57])('marks a week near the ends too: around day %i', (middle) => {
    const week = Object.fromEntries([-3, -2, -1, 0, 1, 2, 3].map((by) => [middle + by, 14]));
    expect(churnWaves(daysWith(week)).map(({ day }) => day)).toEqual([middle]);
  });

  it('takes a slow fall from the first day and a slow rise to the last one for none', () => {
    const falls = Array.from({ length: 60 }, (_, k) => ({ left: Math.round(200 * 0.95 ** k) }));
    expect(churnWaves(framesOf(falls))).toEqual([]);
    expect(churnWaves(framesOf(falls.toReversed()))).toEqual([]);
  });

  it('asks for twice as many near the ends, where a fall or a rise looks like half of a wave', () => {
    const first = (left: number) => Array.from({ length: 60 }, (_, k) => ({ left: k < 7 ? left : 20 }));
    expect(churnWaves(framesOf(first(38)))).toEqual([]);
    expect(churnWaves(framesOf(first(42))).map(({ day }) => day)).toEqual([4]);
    expect(churnWaves(framesOf(first(42).toReversed())).map(({ day }) => day)).toEqual([57]);
  });

  it('takes days next to the end for usual, as few as they are', () => {
    const busy = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [k + 1, 12]));
    const [wave, ...others] = churnWaves(daysWith(busy));
    expect([wave, others]).toEqual([undefined, []]);
  });

  it('marks nothing in a recording of few days', () => {
    expect(churnWaves(framesOf([{ left: 5 }, { left: 100 }, { left: 5 }]))).toEqual([]);
    expect(churnWaves(framesOf([]))).toEqual([]);
  });

  it('is not troubled by days on which nobody is there', () => {
    expect(churnWaves(framesOf(Array.from({ length: 60 }, () => ({ active: 0, left: 0 }))))).toEqual([]);
  });
});
