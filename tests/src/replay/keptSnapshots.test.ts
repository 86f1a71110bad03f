import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptSnapshots } from '../../../src/replay/keptSnapshots.ts';

const BYTES = 1000;
const snapshotOf = (day: number) => ({ day, seed: 's', bytes: new ArrayBuffer(BYTES) });

/** Offers every evening, `work` a day. */
function offered(days: number, work: number, most: number): KeptSnapshots {
  const kept = new KeptSnapshots(most * BYTES);
  for (let day = 1; day <= days; day++) if (kept.wants(day * work)) kept.keep(snapshotOf(day), day * work);
  return kept;
}

it('keeps every evening where there is room and each takes a while to live', () => {
  expect(offered(30, 1e6, 30).days).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
});

it('keeps no evenings that are quickly lived again', () => {
  expect(offered(35, 2000, 30).days).toEqual([10, 20, 30]);
});

it('never has more than it may, and never leaves a gap of far more than its part', () => {
  const room = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(room, fc.integer({ min: 1, max: 400 }), (most, days) => {
      const kept = offered(days, 1e6, most).days;
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      const gaps = [...kept, days].map((day, k) => day - (kept[k - 1] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.ceil((4 * days) / (most + 1)));
    }),
    { numRuns: 300, seed: 8 },
  );
});

it('keeps nothing where not even one fits', () => {
  const kept = new KeptSnapshots(BYTES - 1);
  kept.keep(snapshotOf(1), 1e6);
  expect(kept.days).toEqual([]);
  expect(kept.nearest(5)).toBeUndefined();
  expect(kept.wants(1e12)).toBe(false);
});

it('finds the last evening that is not after a day', () => {
  const kept = offered(35, 2000, 30);
  const found = [9, 10, 19, 20, 35].map((day) => kept.nearest(day)?.day);
  expect(found).toEqual([undefined, 10, 10, 20, 30]);
});
