import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { churnWaves } from '../../../../src/replay/marks/churnWaves.ts';
import { framesOf } from './frames.ts';

/** 60 days on which 5 of 1000 leave, more or less, but for what is given by day. */
const daysWith = (left: Readonly<Record<number, number>>) =>
  framesOf(Array.from({ length: 60 }, (_, k) => ({ left: left[k + 1] ?? 4 + (k % 3) })));

/** 60 days on which nobody of 5000 leaves, but for what is given by day. */
const quietWith = (left: Readonly<Record<number, number>>) =>
  framesOf(Array.from({ length: 60 }, (_, k) => ({ active: 5000, left: left[k + 1] ?? 0 })));

describe('churnWaves()', () => {
  it('marks a day on which far more left than usual', () => {
    const waves = churnWaves(daysWith({ 30: 38 }));
    expect(waves).toHaveLength(1);
    expect(waves[0]).toMatchObject({ day: 30, kind: 'churn', about: '38 left, usually 5' });
    expect(waves[0].strength).toBeGreaterThan(3.5);
  });

  it('marks the middle of a week on which as many left day after day, once', () => {
    const week = Object.fromEntries([27, 28, 29, 30, 31, 32, 33].map((day) => [day, 12]));
    const waves = churnWaves(daysWith(week));
    expect(waves.map(({ day, about }) => [day, about])).toEqual([
      [30, '84 left on days 27 to 33 (12 on day 30), usually 35'],
    ]);
  });

  it.each([1, 2, 10, 30, 58, 59, 60])('marks a burst among days without anybody on its day: %i', (day) => {
    const waves = churnWaves(quietWith({ [day]: 50 }));
    expect(waves.map((wave) => [wave.day, wave.about])).toEqual([[day, '50 left, usually 0']]);
  });

  it('marks a week on the day on which most left', () => {
    const week = { 27: 12, 28: 0, 29: 10, 30: 0, 31: 11, 32: 15, 33: 14 };
    const [wave, ...others] = churnWaves(quietWith(week));
    expect([wave.day, others]).toEqual([32, []]);
    expect(wave.about).toBe('62 left on days 27 to 33 (15 on day 32), usually 0');
  });

  it.each([
    [1, 2],
    [59, 60],
  ])('marks a wave on two days at an end on one of them: %i and %i', (one, other) => {
    for (const daysOf of [quietWith, daysWith]) {
      const waves = churnWaves(daysOf({ [one]: 30, [other]: 30 }));
      expect(waves).toHaveLength(1);
      expect([one, other]).toContain(waves[0].day);
    }
  });

  it('marks bursts that are more than a week apart each by itself', () => {
    expect(churnWaves(quietWith({ 20: 50, 28: 50, 40: 50 })).map(({ day }) => day)).toEqual([20, 28, 40]);
  });

  it('marks of weeks that share days the strongest only', () => {
    const busy = { 20: 16, 21: 12, 22: 12, 23: 12, 24: 12, 25: 12, 26: 12, 27: 12, 28: 17 };
    const waves = churnWaves(daysWith(busy));
    expect(waves.map(({ about }) => about)).toEqual(['89 left on days 22 to 28 (17 on day 28), usually 35']);
  });

  it('says what is true of the day it marks, on which somebody left', () => {
    const count = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 12 }));
    let told = 0;
    fc.assert(
      fc.property(fc.array(count, { minLength: 20, maxLength: 60 }), (counts) => {
        const frames = framesOf(counts.map((left) => ({ left })));
        for (const { day, about } of churnWaves(frames)) {
          told++;
          const numbers = about.match(/^(\d+) left on days (\d+) to (\d+) \((\d+) on day (\d+)\)/);
          const alone = [Number.parseInt(about, 10), day, day, frames[day].left, day];
          const [sum, from, to, most, then] = numbers?.slice(1).map(Number) ?? alone;
          const days = frames.slice(from, to + 1).map(({ left }) => left);
          expect([sum, most, then]).toEqual([days.reduce((a, b) => a + b), Math.max(...days), day]);
          expect(frames[day].left).toBe(most);
          expect(most).toBeGreaterThan(0);
        }
      }),
      { seed: 16, numRuns: 400 },
    );
    expect(told).toBeGreaterThan(100);
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
