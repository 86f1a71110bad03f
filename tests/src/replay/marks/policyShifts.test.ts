import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyShifts } from '../../../../src/replay/marks/policyShifts.ts';
import { recordedEpisode } from '../recordedEpisode.ts';
import { framesOf } from './frames.ts';

const { program } = recordedEpisode(1, 1);
/** Frames of 1000 users, by the part that is given a coupon on each day. */
const givenTo = (coupons: readonly number[], active = 1000) =>
  framesOf(coupons.map((part) => ({ active, actions: [active * (1 - part), 0, 0, active * part] })));
const days = (count: number, part: number) => new Array<number>(count).fill(part);

describe('policyShifts()', () => {
  it('marks the first day of another mix, and names what changed most', () => {
    const shifts = policyShifts(program, givenTo([...days(30, 0.04), ...days(30, 0.31)]));
    expect(shifts).toHaveLength(1);
    expect(shifts[0]).toMatchObject({ day: 31, kind: 'policy', about: 'coupon 4 % → 31 %' });
  });

  it.each([
    [2, 'coupon 100 % → 0 %', [1, ...days(59, 0)]],
    [3, 'coupon 0 % → 40 %', [...days(2, 0), ...days(58, 0.4)]],
    [5, 'coupon 4 % → 31 %', [...days(4, 0.04), ...days(56, 0.31)]],
    [57, 'coupon 4 % → 31 %', [...days(56, 0.04), ...days(4, 0.31)]],
    [60, 'coupon 0 % → 100 %', [...days(59, 0), 1]],
  ])('marks a shift near the ends on its day: %i', (day, about, coupons) => {
    const shifts = policyShifts(program, givenTo(coupons));
    expect(shifts.map((shift) => [shift.day, shift.about])).toEqual([[day, about]]);
  });

  it('marks a clear shift on its day or not at all in a recording of 1 to 30 days, whichever day it is on', () => {
    for (let length = 1; length <= 30; length++)
      for (let day = 2; day <= length; day++)
        for (const [was, is] of [
          [0, 0.6],
          [0.6, 0],
          [0.2, 0.8],
        ]) {
          const shifts = policyShifts(
            program,
            givenTo([...days(day - 1, was), ...days(length - day + 1, is)]),
          );
          // On a middle day of less than 13 there is no week on either side.
          const isTold = Math.max(day - 1, length - day + 1) >= 7;
          expect(
            shifts.map((shift) => shift.day),
            `day ${day} of ${length}`,
          ).toEqual(isTold ? [day] : []);
        }
  });

  it('marks a shift among those who are there, however long the recording goes on without them', () => {
    const there = givenTo([...days(4, 0), ...days(10, 0.6)]);
    const nobody = givenTo(days(40, 0), 0).slice(1);
    const frames = [...there, ...nobody].map((frame, day) => ({ ...frame, day }));
    expect(policyShifts(program, frames).map(({ day }) => day)).toEqual([5]);
  });

  it('asks for more change where fewer days are on one side', () => {
    const from = (day: number) => policyShifts(program, givenTo([...days(day - 1, 0), ...days(60, 0.1)]));
    expect(from(8).map(({ day }) => day)).toEqual([8]);
    expect(from(2).filter(({ day }) => day < 8)).toEqual([]);
  });

  it('marks nothing where a mix comes round, whatever its rhythm of up to a week', () => {
    for (let rhythm = 2; rhythm <= 7; rhythm++) {
      const turns = Array.from({ length: 60 }, (_, k) => Number(k % rhythm === 0));
      const near = policyShifts(program, givenTo(turns)).filter(({ day }) => day < 8 || day > 54);
      expect(near).toEqual([]);
    }
  });

  it('is strongest where one action takes the place of another: one bit', () => {
    const [shift] = policyShifts(program, givenTo([...days(20, 0), ...days(20, 1)]));
    expect(shift.strength).toBeCloseTo(1, 12);
  });

  it('marks nothing while the mix stays, weekly rhythms included, however few the days are', () => {
    const part = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 7, maxLength: 7 }),
        fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 80 })),
        (week, count) => {
          const rhythm = Array.from({ length: count }, (_, k) => week[k % 7]);
          expect(policyShifts(program, givenTo(rhythm))).toEqual([]);
        },
      ),
      { seed: 14, numRuns: 300 },
    );
  });

  it('takes as chance what few users do', () => {
    const small = [...days(30, 0), ...days(30, 0.2)];
    expect(policyShifts(program, givenTo(small, 1000))).toHaveLength(1);
    expect(policyShifts(program, givenTo(small, 20))).toEqual([]);
  });

  it('marks nothing where nobody is left', () => {
    expect(policyShifts(program, givenTo(days(40, 0), 0))).toEqual([]);
  });
});
