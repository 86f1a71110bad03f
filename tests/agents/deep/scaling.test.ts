import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureScale } from '../../../agents/deep/scaling/featureScale.ts';
import { ReturnScale } from '../../../agents/deep/scaling/returnScale.ts';
import { dayOf, type UserDay } from './days.ts';
import { expectClose } from './simd/trials.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
const deviation = (numbers: readonly number[]) =>
  Math.sqrt(mean(numbers.map((number) => (number - mean(numbers)) ** 2)));

const number = fc.double({ min: -100, max: 100, noNaN: true }).map(Math.fround);

describe('FeatureScale', () => {
  const WIDTH = 2;
  const user = fc.record({
    features: fc.array(number, { minLength: WIDTH, maxLength: WIDTH }),
    left: fc.boolean(),
  });
  const days = fc.array(fc.array(user, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

  function scaleOf(seen: readonly (readonly UserDay[])[], width = WIDTH): FeatureScale {
    const scale = new FeatureScale(width);
    for (const users of seen) scale.see(dayOf(users).observation);
    return scale;
  }

  function standardised(scale: FeatureScale, row: readonly number[]): number[] {
    const into = new Float32Array(scale.width);
    scale.standardise(Float32Array.from(row), 0, into, 0);
    return [...into];
  }

  const rowsOf = (seen: readonly (readonly UserDay[])[]) =>
    seen
      .flat()
      .filter(({ left }) => !left)
      .map(({ features }) => features);

  it('standardises by mean and deviation of everyone who was there, in whatever days they were seen', () => {
    fc.assert(
      fc.property(days, (seen) => {
        const rows = rowsOf(seen);
        fc.pre(rows.length > 0);
        const columns = Array.from({ length: WIDTH }, (_, k) => rows.map((row) => row[k]));
        fc.pre(columns.every((column) => deviation(column) > 1e-3));
        const wanted = (row: readonly number[]) =>
          row.map((value, k) => (value - mean(columns[k])) / deviation(columns[k]));
        for (const row of rows) expectClose(standardised(scaleOf(seen), row), wanted(row), 1e-5);
      }),
    );
  });

  it('does not heed what is said of those who have left', () => {
    fc.assert(
      fc.property(days, (seen) => {
        const without = seen.map((users) =>
          users.map((one) => (one.left ? { ...one, features: [NaN, Infinity] } : one)),
        );
        expect(scaleOf(without).kept.save()).toEqual(scaleOf(seen).kept.save());
      }),
    );
  });

  it('loses no digits far from 0', () => {
    const far = Array.from({ length: 2000 }, (_, k) => [{ features: [1e6 + (k % 2)] }]);
    expectClose(standardised(scaleOf(far, 1), [1e6 + 1]), [1], 1e-6);
  });

  it('makes 0 of a column that never changed, and of everything before the first day', () => {
    const constant = [[{ features: [7, 1] }], [{ features: [7, 3] }]];
    expect(standardised(scaleOf(constant), [7, 3])).toEqual([0, 1]);
    expect(standardised(scaleOf(constant), [8, 3])).toEqual([0, 1]);
    expect(standardised(scaleOf([]), [8, 3])).toEqual([0, 0]);
    expect(standardised(scaleOf([[{ features: [8, 3], left: true }]]), [9, 4])).toEqual([0, 0]);
  });

  it('cuts at ten standard deviations', () => {
    const scale = scaleOf([[{ features: [-1, 0] }, { features: [1, 10] }]]);
    expect(standardised(scale, [9.5, 56])).toEqual([9.5, 10]);
    expect(standardised(scale, [-11, -44])).toEqual([-10, Math.fround(-9.8)]);
  });

  it('reads a row and writes a row anywhere, and nothing else', () => {
    const scale = scaleOf([[{ features: [-1, 0] }, { features: [1, 10] }]]);
    const into = new Float32Array(5).fill(77);
    scale.standardise(Float32Array.of(9, 9, 9, 1, 0), 3, into, 2);
    expect([...into]).toEqual([77, 77, 1, -1, 77]);
  });

  it('restored goes on identically, and refuses another width', () => {
    fc.assert(
      fc.property(days, days, (seen, later) => {
        const [scale, other] = [scaleOf(seen), scaleOf(later)];
        other.kept.restore(structuredClone(scale.kept.save()))();
        expect(standardised(other, [1, -2])).toEqual(standardised(scale, [1, -2]));
        for (const one of [scale, other]) for (const users of later) one.see(dayOf(users).observation);
        expect(other.kept.save()).toEqual(scale.kept.save());
      }),
    );
    expect(() => scaleOf([]).kept.restore(new FeatureScale(3).kept.save())).toThrow(RangeError);
  });
});

describe('ReturnScale', () => {
  const DISCOUNT = 0.5;
  const DAYS = 7;
  const USERS = 3;
  /** A user's episode: what it earns each day in eighths, and the day on which it leaves for good, or never. */
  interface Life {
    readonly rewards: readonly number[];
    readonly leaves: number;
  }
  const life = fc.record<Life>({
    rewards: fc.array(
      fc.integer({ min: -80, max: 80 }).map((n) => n / 8),
      { minLength: DAYS, maxLength: DAYS },
    ),
    leaves: fc.oneof(fc.nat(DAYS - 1), fc.constant(Infinity)),
  });
  const episodes = fc.array(fc.array(life, { minLength: USERS, maxLength: USERS }), {
    minLength: 1,
    maxLength: 4,
  });

  function seeDay(scale: ReturnScale, lives: readonly Life[], day: number): void {
    const seen = dayOf(
      lives.map(({ leaves }) => ({ features: [], left: day > leaves })),
      day === 0 ? 'first' : 'mid',
    );
    scale.see(seen, {
      rewards: Float32Array.from(lives, ({ rewards }) => rewards[day]),
      discounts: Float32Array.from(lives, ({ leaves }) => (day >= leaves ? 0 : DISCOUNT)),
    });
  }

  function seeAll(scale: ReturnScale, lived: readonly (readonly Life[])[]): ReturnScale {
    for (const lives of lived) for (let day = 0; day < DAYS; day++) seeDay(scale, lives, day);
    return scale;
  }
  const scaleOf = (lived: readonly (readonly Life[])[]) => seeAll(new ReturnScale(USERS), lived);

  /** Σ γᵏ rₜ₋ₖ on every day of every user that was there. */
  const allSums = (lived: readonly (readonly Life[])[]) =>
    lived
      .flat()
      .flatMap(({ rewards, leaves }) =>
        rewards
          .slice(0, leaves + 1)
          .map((_, day) => sum(rewards.slice(0, day + 1).map((reward, t) => DISCOUNT ** (day - t) * reward))),
      );

  it('is the deviation of the discounted rewards so far, which every episode begins anew', () => {
    fc.assert(
      fc.property(episodes, (lived) => {
        const wanted = deviation(allSums(lived));
        fc.pre(wanted > 1e-3);
        expectClose([scaleOf(lived).deviation], [wanted], 1e-9);
      }),
    );
  });

  it('is 1 while there is too little to know it from, and where nothing ever differs', () => {
    const earning = (reward: number): Life[] => [{ rewards: [reward], leaves: Infinity }];
    const scale = new ReturnScale(1);
    expect(scale.deviation).toBe(1);
    seeDay(scale, earning(50), 0);
    expect(scale.deviation).toBe(1);
    seeDay(scale, earning(40), 0);
    expect(scale.deviation).toBe(5);
    const steady = new ReturnScale(1);
    for (let episode = 0; episode < 5; episode++) seeDay(steady, earning(0.1), 0);
    expect(steady.deviation).toBe(1);
  });

  it('restored goes on identically, and refuses another population', () => {
    fc.assert(
      fc.property(episodes, episodes, (lived, later) => {
        const [scale, other] = [scaleOf(lived), scaleOf(later)];
        other.kept.restore(structuredClone(scale.kept.save()))();
        expect(other.deviation).toBe(scale.deviation);
        expect(seeAll(other, later).kept.save()).toEqual(seeAll(scale, later).kept.save());
      }),
    );
    expect(() => scaleOf([]).kept.restore(new ReturnScale(USERS + 1).kept.save())).toThrow(RangeError);
  });

  it('goes on in the middle of an episode after restore()', () => {
    const lives: Life[] = [{ rewards: [10, 10], leaves: Infinity }];
    const [scale, other] = [new ReturnScale(1), new ReturnScale(1)];
    seeDay(scale, lives, 0);
    other.kept.restore(scale.kept.save())();
    seeDay(other, lives, 1);
    expect(other.deviation).toBe(2.5);
  });
});
