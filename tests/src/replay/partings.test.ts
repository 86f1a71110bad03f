import { describe, expect, it } from 'vitest';
import { openPair } from '../../../src/replay/pair.ts';
import { partingDay } from '../../../src/replay/partingDay.ts';
import type { PlayedPolicy } from './playedBy.ts';
import { daysOf, lived, played, unitsOf, WORLDS } from './playedPair.ts';

describe.each(WORLDS)('the days on which lives part, %s', (world) => {
  const { a, b } = played(world);
  const pair = lived(openPair(a.replay, b.replay));

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
