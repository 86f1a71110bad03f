import { describe, expect, it } from 'vitest';
import type { Program } from '../../../environments/scenario/program.ts';
import { compare } from '../../../src/experiment/compare.ts';
import { openPair, type Pair } from '../../../src/replay/pair.ts';
import { MEASURES } from '../../../src/replay/pairTally.ts';
import { partingDay } from '../../../src/replay/partingDay.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { swappedPair } from '../../../src/replay/swappedPair.ts';
import { fixture } from '../../environments/population/openWorld.ts';
import { bySight } from './openRecording.ts';
import { couponTrap, type PlayedPolicy, playedBy } from './playedBy.ts';

const BUDGET = ['arrivals:\n', 'budget: { on: contacts, limit: 0.3 }\narrivals:\n'] as const;
const PRODUCT = [
  ['users: 50', 'users: 8'],
  ['founders: 100', 'founders: 30'],
] as const;

type World = 'users' | 'newcomers' | 'budget' | 'products';
const WORLDS: readonly World[] = ['users', 'newcomers', 'budget', 'products'];

function played(world: World): { program: Program; a: PlayedPolicy; b: PlayedPolicy } {
  const program = {
    users: couponTrap,
    newcomers: () => fixture('open-shop', ['value: 0.02', 'value: 0.1']),
    budget: () => fixture('open-shop', BUDGET),
    products: () => fixture('product-shop', ...PRODUCT),
  }[world]();
  const users = { users: 60, newcomers: 16, budget: 16, products: 6 }[world];
  const rules = world === 'users' ? (['marketer', 'weeklyCoupons'] as const) : undefined;
  const rule = world === 'products' ? 'serveLow' : 'greetLow';
  return {
    program,
    a: playedBy(program, rules?.[0] ?? bySight, users),
    b: playedBy(program, rules?.[1] ?? rule, users),
  };
}

function lived(pair: Pair): Pair {
  pair.liveUntil(pair.days);
  return pair;
}

const daysOf = ({ days }: Pair) => Array.from({ length: days + 1 }, (_, day) => day);
const unitsOf = ({ units }: Pair) => Array.from({ length: units.count }, (_, unit) => unit);

/** All that a pair tells. */
function told(pair: Pair) {
  return {
    partings: unitsOf(pair).map((unit) => pair.partingOf(unit)),
    peaks: pair.peaks,
    days: daysOf(pair).map((day) => ({
      parted: [pair.parted(day), pair.partedBy(day)],
      stages: pair.stages(day),
      difference: pair.difference(day),
      segments: pair.segments(day),
      lists: [pair.mostGained(day, 100), pair.mostLost(day, 100)],
    })),
  };
}

describe.each(WORLDS)('openPair(a, b), %s', (world) => {
  const { program, a, b } = played(world);
  const pair = lived(openPair(a.replay, b.replay));

  it('of a recording with itself parts nowhere, and nothing differs', () => {
    const same = lived(openPair(a.replay, openReplay(a.replay.recording)));
    expect(same.partedBy(same.days)).toBe(0);
    expect(same.peaks).toEqual([]);
    const zero = { mean: 0, low: 0, high: 0 };
    for (const day of daysOf(same)) {
      const difference = same.difference(day);
      for (const measure of MEASURES) expect(difference[measure].paired).toEqual(zero);
      expect([difference.kept, difference.lost]).toEqual([0, 0]);
      for (const segment of same.segments(day))
        expect([segment.return.mean, segment.here.mean]).toEqual([0, 0]);
      expect([...same.mostGained(day, 9), ...same.mostLost(day, 9)]).toEqual([]);
    }
  });

  it('turns its signs with the order of its arguments', () => {
    const other = lived(openPair(b.replay, a.replay));
    for (const day of daysOf(pair)) {
      const [one, turned] = [pair.difference(day), other.difference(day)];
      for (const measure of MEASURES) {
        const { mean, low, high } = one[measure].paired;
        expect(turned[measure].paired).toEqual({ mean: 0 - mean, low: 0 - high, high: 0 - low });
      }
      expect([turned.kept, turned.lost]).toEqual([one.lost, one.kept]);
    }
    expect(told(swappedPair(pair))).toEqual(told(other));
    expect(told(swappedPair(swappedPair(pair)))).toEqual(told(pair));
  });

  it('ends in the means and differences that a comparison of the two has', () => {
    const comparison = compare([
      { name: 'a', evaluations: [a.evaluation] },
      { name: 'b', evaluations: [b.evaluation] },
    ]);
    const end = pair.difference(pair.days);
    for (const measure of MEASURES) {
      const scale = measure === 'here' ? 100 : 1;
      const metric = measure === 'here' ? 'retention.end' : measure;
      const between = comparison.differences.find((other) => other.a === 'a' && other.metric === metric);
      const { paired } = end[measure];
      for (const side of ['mean', 'low', 'high'] as const)
        expect(paired[side], `${measure} ${side}`).toBeCloseTo(scale * (between?.[side] ?? Number.NaN), 9);
      for (const [k, side] of (['a', 'b'] as const).entries())
        expect(end[measure][side]).toBeCloseTo(scale * comparison.policies[k].metrics[metric].mean, 9);
    }
  });

  it('has the stages of both recordings', () => {
    for (const day of daysOf(pair)) {
      const { a: one, b: other } = pair.stages(day);
      expect([one, other]).toEqual([a.replay.frame(day).counts, b.replay.frame(day).counts]);
    }
  });

  it('parts where lives do: on the first day with another action or another stage', () => {
    const { stride, usersEach } = pair.units;
    for (const unit of unitsOf(pair)) {
      const rows = Array.from({ length: usersEach }, (_, k) => unit * stride + k);
      const days = rows.map((row) => firstDifference(a, b, row));
      for (const [k, row] of rows.entries())
        expect(partingDay(a.replay.life(row), b.replay.life(row)) ?? Infinity).toBe(days[k]);
      expect(pair.partingOf(unit), `unit ${unit}`).toBe(
        Math.min(...days) === Infinity ? undefined : Math.min(...days),
      );
    }
    const partings = unitsOf(pair).map((unit) => pair.partingOf(unit));
    for (const day of daysOf(pair)) {
      expect(pair.parted(day)).toBe(partings.filter((parting) => parting === day).length);
      expect(pair.partedBy(day)).toBe(partings.filter((parting) => (parting ?? Infinity) <= day).length);
    }
  });

  it('counts who stayed in one only', () => {
    const { stride, usersEach, count } = pair.units;
    const rows = Array.from(
      { length: count * usersEach },
      (_, k) => Math.floor(k / usersEach) * stride + (k % usersEach),
    );
    const here = ({ replay }: PlayedPolicy, row: number, day: number) =>
      !program.stages[replay.stagesOn(day)[row]].absorbing;
    for (const day of daysOf(pair)) {
      const kept = rows.filter((row) => here(a, row, day) && !here(b, row, day));
      const lost = rows.filter((row) => !here(a, row, day) && here(b, row, day));
      expect(pair.difference(day)).toMatchObject({ kept: kept.length, lost: lost.length });
    }
  });

  it('is the same whichever way it was lived', () => {
    const slow = openPair(a.replay, b.replay);
    let steps = 0;
    for (; slow.livedDays < slow.days; steps++) slow.liveABit();
    slow.liveABit();
    expect(steps).toBe(4 * slow.days);
    expect(told(slow)).toEqual(told(pair));
  });
});

function firstDifference(a: PlayedPolicy, b: PlayedPolicy, row: number): number {
  const [one, other] = [a.replay.life(row), b.replay.life(row)];
  for (let day = 1; day <= a.replay.days; day++) {
    const isOver = day > (one.leftOn ?? Infinity) && day > (other.leftOn ?? Infinity);
    if (!isOver && (one.actions[day] !== other.actions[day] || one.stages[day] !== other.stages[day]))
      return day;
  }
  return Infinity;
}

describe('who gained and who lost', () => {
  const { a, b } = played('users');
  const pair = lived(openPair(a.replay, b.replay));
  const sum = (rewards: Float32Array, day: number) =>
    rewards.subarray(1, day + 1).reduce((total, reward) => total + reward, 0);

  it.each([1, 40, 180])('lists users by what their rewards come to up to day %i', (day) => {
    const apart = unitsOf(pair).map(
      (user) => sum(a.replay.life(user).rewards, day) - sum(b.replay.life(user).rewards, day),
    );
    const gained = apart.filter((by) => by > 1e-6).sort((one, other) => other - one);
    const fell = apart.filter((by) => by < -1e-6).sort((one, other) => one - other);
    for (const [list, expected] of [
      [pair.mostGained(day, 5), gained],
      [pair.mostLost(day, 5), fell],
    ] as const) {
      expect(list).toHaveLength(Math.min(expected.length, 5));
      for (const [k, { unit, difference }] of list.entries()) {
        expect(difference).toBeCloseTo(expected[k], 4);
        expect(difference).toBeCloseTo(apart[unit], 4);
      }
    }
  });

  it('tells what each did on the day on which their lives parted', () => {
    const users = [...pair.mostGained(180, 10), ...pair.mostLost(180, 10)];
    expect(users.length).toBeGreaterThan(10);
    for (const { unit, parting } of users) {
      if (!parting) throw new Error(`user ${unit} differs and did not part`);
      const turn = ({ replay }: PlayedPolicy) => ({
        action: replay.life(unit).actions[parting.day],
        stage: replay.life(unit).stages[parting.day],
      });
      expect(parting).toEqual({ day: pair.partingOf(unit), a: turn(a), b: turn(b) });
    }
  });

  it('has segments that make up the whole', () => {
    for (const day of [0, 30, 180]) {
      const segments = pair.segments(day);
      expect(segments.reduce((users, segment) => users + segment.users, 0)).toBe(60);
      for (const measure of ['here', 'return'] as const) {
        const whole =
          segments.reduce((total, segment) => total + segment.users * segment[measure].mean, 0) / 60;
        expect(whole).toBeCloseTo(pair.difference(day)[measure].paired.mean, 9);
      }
    }
    const [first] = pair.segments(180);
    const users = unitsOf(pair).filter((user) => a.replay.life(user).segment === first.segment);
    const mean = users.reduce(
      (total, user) => total + sum(a.replay.life(user).rewards, 180) - sum(b.replay.life(user).rewards, 180),
      0,
    );
    expect(first.return.mean).toBeCloseTo(mean / users.length, 4);
  });

  it('has narrower intervals with pairing than without', () => {
    const { paired, unpaired } = pair.difference(180).return;
    expect(paired.high - paired.low).toBeLessThan(unpaired.high - unpaired.low);
    expect(paired.mean).toBeCloseTo(unpaired.mean, 9);
  });
});

describe('searching for partings', () => {
  const { a, b } = played('newcomers');

  it('goes to the nearest day on which anybody parts', () => {
    const pair = lived(openPair(a.replay, b.replay));
    const days = daysOf(pair).filter((day) => pair.parted(day) > 0);
    expect(days.length).toBeGreaterThan(1);
    for (const day of daysOf(pair)) {
      expect(pair.nextParting(day, 1)).toBe(days.find((other) => other > day));
      expect(pair.nextParting(day, -1)).toBe(days.findLast((other) => other < day));
    }
  });

  it('has as peaks the days on which most part', () => {
    const pair = lived(openPair(a.replay, b.replay));
    const { peaks } = pair;
    expect(peaks.length).toBeLessThanOrEqual(12);
    expect(peaks).toEqual(peaks.toSorted((one, other) => one - other));
    const least = Math.min(...peaks.map((day) => pair.parted(day)));
    const others = daysOf(pair).filter((day) => !peaks.includes(day));
    if (peaks.length === 12) for (const day of others) expect(pair.parted(day)).toBeLessThanOrEqual(least);
    else for (const day of others) expect(pair.parted(day)).toBe(0);
  });

  it('knows of the days lived so far only', () => {
    const pair = openPair(a.replay, b.replay);
    expect([pair.livedDays, pair.peaks, pair.nextParting(0, 1)]).toEqual([0, [], undefined]);
    pair.difference(20);
    expect(pair.livedDays).toBe(20);
    expect(pair.peaks.every((day) => day <= 20)).toBe(true);
  });
});

describe('openPair(), what does not fit', () => {
  const { program, a } = played('users');
  const { recording } = a.replay;
  const withOther = (change: Partial<typeof recording>) => () =>
    openPair(a.replay, openReplay({ ...recording, ...change }));

  it('names what differs', () => {
    const same = 'expected two recordings of the same people with the same luck; the';
    expect(withOther({ seed: 'other' })).toThrow(`${same} seed is pair in one and other in the other`);
    const fewer = { users: 59, actions: recording.actions.subarray(0, 59 * program.horizon) };
    expect(withOther(fewer)).toThrow(`${same} number of users is 60 in one and 59 in the other`);
    expect(withOther({ program: { ...program, name: 'x' } })).toThrow(
      `${same} scenario is coupon-trap in one and x in the other`,
    );
    const [first, ...rest] = program.parameters;
    const set = { ...program, parameters: [{ ...first, value: -1 }, ...rest] };
    expect(withOther({ program: set })).toThrow(
      `${same} parameter ${first.name} is ${first.value} in one and -1 in the other`,
    );
    const rewarded = { ...program, reward: program.reward.slice(1) };
    expect(withOther({ program: rewarded })).toThrow('coupon-trap differs between them in reward');
  });

  it('takes another reading of the same file, and one that shows agents more', () => {
    expect(withOther({ program: { ...couponTrap(), observe: [] } })).not.toThrow();
  });

  it('refuses days and units that were not recorded', () => {
    const pair = openPair(a.replay, a.replay);
    expect(() => pair.difference(181)).toThrow('expected day to be a whole number from 0 to 180, got 181');
    expect(() => pair.partingOf(60)).toThrow('expected user to be a whole number from 0 to 59, got 60');
  });

  it('has the days that both have', () => {
    const short = { ...recording, actions: recording.actions.subarray(0, 60 * 10) };
    expect(openPair(openReplay(short), a.replay).days).toBe(10);
  });
});
