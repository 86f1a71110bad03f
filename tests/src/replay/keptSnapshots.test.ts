import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptSnapshots } from '../../../src/replay/keptSnapshots.ts';
import { atOnce } from '../../../src/replay/patiently.ts';

const WORDS = 64;
/** What an evening takes that is wholly unlike the one before: its words, and masks of which they are. */
const BYTES = 4 * (WORDS + 3);
/** Every word is another every day. */
const wordsOn = (day: number) => Uint32Array.from({ length: WORDS }, (_, k) => day * 1000 + k * 17 + 1);
const snapshotOn = (day: number) => ({
  day,
  seed: 's',
  bytes: wordsOn(day).buffer,
  groups: undefined,
  spent: day / 7,
});

/** Offers every evening, with the same work each day. */
function offered(days: number, most: number, closest = 1): KeptSnapshots {
  const kept = new KeptSnapshots({ mostBytes: most * BYTES, closest });
  for (let day = 1; day <= days; day++) if (kept.wants(day)) atOnce(kept.keep(snapshotOn(day), day));
  return kept;
}

it('keeps every evening where there is room', () => {
  expect(offered(30, 30).days).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
});

it('keeps no evenings that are quickly lived again', () => {
  expect(offered(35, 30, 10).days).toEqual([10, 20, 30]);
});

it('never has more than it may, and never leaves a gap of far more than its part', () => {
  const room = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(room, fc.integer({ min: 1, max: 400 }), (most, days) => {
      const kept = offered(days, most).days;
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      const gaps = [...kept, days].map((day, k) => day - (kept[k - 1] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.ceil((4 * days) / (most + 1)));
    }),
    { numRuns: 300, seed: 8 },
  );
});

it('gives back each evening as it was, in whatever order, while others come and go', () => {
  const ask = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.array(ask), { maxLength: 60 }),
      (most, asked) => {
        const kept = new KeptSnapshots({ mostBytes: most * BYTES, closest: 1 });
        for (const [k, days] of asked.entries()) {
          if (kept.wants(k + 1)) atOnce(kept.keep(snapshotOn(k + 1), k + 1));
          for (const day of days) {
            const found = kept.nearest(day);
            const expected = kept.days.findLast((one) => one <= day);
            expect(kept.nearestDay(day)).toBe(expected ?? 0);
            expect(found?.day).toBe(expected);
            if (!found || expected === undefined) continue;
            expect(found).toMatchObject({ seed: 's', spent: expected / 7 });
            expect(new Uint32Array(found.bytes)).toEqual(wordsOn(expected));
          }
        }
      },
    ),
    { numRuns: 150, seed: 16 },
  );
});

it('keeps nothing where not even one fits', () => {
  const kept = new KeptSnapshots({ mostBytes: BYTES - 1, closest: 1 });
  atOnce(kept.keep(snapshotOn(1), 1));
  expect(kept.days).toEqual([]);
  expect(kept.nearest(5)).toBeUndefined();
  expect(kept.nearestDay(5)).toBe(0);
  expect(kept.wants(1e12)).toBe(false);
});
