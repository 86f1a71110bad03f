import { describe, expect, it } from 'vitest';
import { drawKey, drawWord, HASH, uniformDraw } from '../../../environments/random/keyedDraw.ts';

const { a, b } = drawKey(12345, 7, 0xdeadbeef);

describe('drawKey(seed, day, purpose)', () => {
  it('gives the same keys as ever', () => {
    expect([
      drawKey(0, 0, 0),
      drawKey(12345, 7, 0xdeadbeef),
      drawKey(0xffffffff, 99_999, 0xffffffff),
    ]).toEqual(FROZEN_KEYS);
  });

  it('is another for each seed, day and purpose, and for day and purpose exchanged', () => {
    const keys = [drawKey(1, 2, 3), drawKey(2, 2, 3), drawKey(1, 3, 3), drawKey(1, 2, 4), drawKey(1, 3, 2)];
    expect(new Set(keys.map((key) => `${key.a} ${key.b}`)).size).toBe(keys.length);
  });
});

describe('drawWord(birth, a, b)', () => {
  it('gives the same words as ever', () => {
    expect([0, 1, 2, -1, 0x7fffffff].map((birth) => drawWord(birth, a, b))).toEqual(FROZEN_WORDS);
  });

  it('never gives two of a million users the same word', () => {
    const words = Int32Array.from({ length: 1_000_000 }, (_, birth) => drawWord(birth, a, b)).sort();
    expect(words.findIndex((word, i) => i > 0 && word === words[i - 1])).toBe(-1);
  });

  it('can be undone, so it is a bijection of the birth key', () => {
    for (let i = 0; i < 10_000; i++) {
      const birth = Math.imul(i, 0x9e3779b9);
      if (undo(drawWord(birth, a, b)) !== birth) expect.fail(`birth ${birth}`);
    }
  });
});

describe('uniformDraw(birth, a, b)', () => {
  it('is the top 24 bits of the word, from 0 to 1, 1 left out', () => {
    for (let birth = 0; birth < 1_000; birth++) {
      const uniform = uniformDraw(birth, a, b);
      expect(uniform * 2 ** 24).toBe(drawWord(birth, a, b) >>> 8);
      expect(uniform).toBeLessThan(1);
    }
  });
});

/** The steps of the hash backwards. */
function undo(word: number): number {
  let x = undoShift(word, 14);
  x = Math.imul(x, inverse(HASH.multiplier3));
  x = undoShift(x, 15);
  x = Math.imul((x - b) | 0, inverse(HASH.multiplier2));
  x = undoShift(x, 11);
  x = Math.imul(x, inverse(HASH.multiplier1));
  return (undoShift(x, 17) - a) | 0;
}

/** Solves x ^ (x >>> shift) = y for x. */
function undoShift(y: number, shift: number): number {
  let x = y;
  for (let known = shift; known < 32; known += shift) x = y ^ (x >>> shift);
  return x | 0;
}

/** Inverse of an odd number modulo 2³², by Newton's iteration. */
function inverse(odd: number): number {
  let x = odd;
  for (let i = 0; i < 5; i++) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x;
}

const FROZEN_KEYS: readonly unknown[] = [
  { a: 1458933499, b: 104386603 },
  { a: -439392714, b: -741983416 },
  { a: -704892873, b: 491314142 },
];
const FROZEN_WORDS: readonly number[] = [52676608, 1331999384, 384317162, -334550630, -1687086689];
