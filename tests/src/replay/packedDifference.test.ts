import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinDifferences } from '../../../src/replay/joinDifferences.ts';
import { applyDifference, mostPacked, packDifference } from '../../../src/replay/packedDifference.ts';
import { atOnce } from '../../../src/replay/patiently.ts';

/** Two arrays of one length, alike but for some of their words. */
const pair = fc
  .record({
    quarter: fc.integer({ min: 0, max: 700 }),
    seed: fc.nat(),
    changes: fc.array(fc.record({ at: fc.nat(), word: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }), {
      maxLength: 300,
    }),
  })
  .map(({ quarter, seed, changes }) => {
    const before = Uint32Array.from({ length: 4 * quarter }, (_, k) => Math.imul(k + seed, 2654435761));
    const after = before.slice();
    for (const { at, word } of changes) after[at % after.length] = word;
    return { before, after };
  });

/** Of two arrays that stay as they are. */
const difference = (before: Uint32Array, after: Uint32Array) =>
  atOnce(packDifference(before.slice(), after, new Uint32Array(mostPacked(after.length))));
const join = (first: Uint32Array, second: Uint32Array) => atOnce(joinDifferences(first, second));

it('takes the first array to the second, whatever the room held before', () => {
  fc.assert(
    fc.property(pair, fc.nat(), ({ before, after }, rest) => {
      const words = before.slice();
      const room = new Uint32Array(mostPacked(after.length) + (rest % 3)).fill(rest);
      expect(atOnce(packDifference(words, after, room))).toEqual(difference(before, after));
      expect(words).toEqual(after);
    }),
    { seed: 19 },
  );
});

it('takes no more room than it says', () => {
  const [nothing, everything] = [new Uint32Array(4096), new Uint32Array(4096).fill(7)];
  expect(difference(nothing, everything).length).toBeLessThan(mostPacked(4096));
});

it('takes either array to the other one', () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const packed = difference(before, after);
      const words = before.slice();
      applyDifference(packed, words);
      expect(words).toEqual(after);
      applyDifference(packed, words);
      expect(words).toEqual(before);
    }),
    { seed: 17 },
  );
});

it('joins two of them to what lies between the ends', () => {
  fc.assert(
    fc.property(pair, pair, ({ before, after }, other) => {
      const end = after.map((word, k) =>
        k < other.after.length ? word ^ other.before[k] ^ other.after[k] : word,
      );
      const joined = join(difference(before, after), difference(after, end));
      expect(joined).toEqual(difference(before, end));
      expect(join(joined, difference(end, before))).toEqual(difference(end, end));
    }),
    { seed: 18 },
  );
});

it('takes no more than masks for what is alike', () => {
  const words = Uint32Array.from({ length: 4096 }, (_, k) => k);
  expect(difference(words, words).length).toBe(4);
  const other = words.slice();
  other[2000] = 7;
  expect(difference(words, other).length).toBe(6);
  expect(
    difference(
      words,
      words.map((word) => word + 1),
    ).length,
  ).toBe(4 + 128 + 4096);
});
