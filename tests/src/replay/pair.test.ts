import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/experiment/compare.ts';
import { openPair, type Pair } from '../../../src/replay/pair.ts';
import { MEASURES } from '../../../src/replay/pairTally.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { swappedPair } from '../../../src/replay/swappedPair.ts';
import { couponTrap, type PlayedPolicy } from './playedBy.ts';
import { daysOf, lived, played, unitsOf, WORLDS } from './playedPair.ts';

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
