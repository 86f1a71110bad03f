import { describe, expect, it } from 'vitest';
import { openPair, type Pair } from '../../../src/replay/pair.ts';
import { MEASURES } from '../../../src/replay/pairTally.ts';
import { swappedPair } from '../../../src/replay/swappedPair.ts';
import { daysOf, lived, played, unitsOf } from './playedPair.ts';

/** All that is said of those counted. */
function told(pair: Pair) {
  return daysOf(pair).map((day) => ({
    parted: [pair.parted(day), pair.partedBy(day)],
    stages: pair.stages(day),
    difference: pair.difference(day),
    segments: pair.segments(day),
    lists: [pair.mostGained(day, 100), pair.mostLost(day, 100)],
  }));
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe.each(['users', 'newcomers', 'budget'] as const)('openPair(a, b, among), %s', (world) => {
  const { a, b } = played(world);
  const everyone = lived(openPair(a.replay, b.replay));
  const rows = (kept: (row: number) => boolean) =>
    Uint8Array.from({ length: a.replay.people }, (_, row) => Number(kept(row)));
  const third = rows((row) => row % 3 === 0);
  const some = lived(openPair(a.replay, b.replay, { among: third }));
  const others = lived(openPair(a.replay, b.replay, { among: rows((row) => row % 3 !== 0) }));

  it('is the same with everyone named', () => {
    expect(told(lived(openPair(a.replay, b.replay, { among: rows(() => true) })))).toEqual(told(everyone));
  });

  it('counts each unit once in one part or the other', () => {
    expect(some.counted).toBe(unitsOf(some).filter((unit) => third[unit] === 1).length);
    expect(some.counted + others.counted).toBe(everyone.counted);
    for (const day of daysOf(everyone)) {
      const parts = [some, others];
      const whole = everyone.difference(day);
      for (const measure of MEASURES) {
        const sums = parts.map((pair) => pair.counted * pair.difference(day)[measure].paired.mean);
        expect(sumOf(sums)).toBeCloseTo(everyone.counted * whole[measure].paired.mean, 7);
      }
      for (const side of ['kept', 'lost'] as const)
        expect(sumOf(parts.map((pair) => pair.difference(day)[side]))).toBe(whole[side]);
      expect(sumOf(parts.map((pair) => pair.partedBy(day)))).toBe(everyone.partedBy(day));
      const { a: one, b: two } = everyone.stages(day);
      expect(one.map((_, stage) => sumOf(parts.map((pair) => pair.stages(day).a[stage])))).toEqual(one);
      expect(two.map((_, stage) => sumOf(parts.map((pair) => pair.stages(day).b[stage])))).toEqual(two);
      const users = sumOf(parts.flatMap((pair) => pair.segments(day).map((segment) => segment.users)));
      expect(users).toBe(everyone.counted);
    }
  });

  it('has the stages that a replay counts among the same', () => {
    for (const day of [0, 1, some.days])
      expect(some.stages(day)).toEqual({
        a: a.replay.frame(day, third).counts,
        b: b.replay.frame(day, third).counts,
      });
  });

  it('lists only those who are counted, with what the whole lists say of them', () => {
    const listed = (pair: Pair) => [...pair.mostGained(pair.days, 100), ...pair.mostLost(pair.days, 100)];
    const all = listed(everyone);
    expect(listed(some)).toEqual(all.filter(({ unit }) => third[unit] === 1));
    expect(listed(some).length).toBeGreaterThan(0);
  });

  it('knows when the others part, too', () => {
    for (const unit of unitsOf(some)) expect(some.partingOf(unit)).toBe(everyone.partingOf(unit));
  });

  it('changes round like any other', () => {
    expect(told(swappedPair(some))).toEqual(told(lived(openPair(b.replay, a.replay, { among: third }))));
    expect(swappedPair(some).counted).toBe(some.counted);
  });
});

describe('openPair(a, b, among), who cannot be counted', () => {
  it('names what is wrong', () => {
    const { a, b } = played('newcomers');
    const among = (rows: Uint8Array) => () => openPair(a.replay, b.replay, { among: rows });
    const { people } = a.replay;
    expect(among(new Uint8Array(people))).toThrow('at least one user who was there from the start');
    expect(among(new Uint8Array(3))).toThrow(`expected a mask of ${people} rows, got 3`);
    const late = new Uint8Array(people);
    late[people - 1] = 1;
    expect(among(late)).toThrow('at least one user who was there from the start');
    const products = played('products');
    const rows = new Uint8Array(products.a.replay.people).fill(1);
    expect(() => openPair(products.a.replay, products.b.replay, { among: rows })).toThrow('compared whole');
  });
});
