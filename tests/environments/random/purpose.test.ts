import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../../environments/random/purpose.ts';

describe('purposeOf(name)', () => {
  it('gives the same hash as ever', () => {
    expect(NAMES.map(purposeOf)).toEqual(FROZEN);
  });

  it('has no collision among the draws of 2,000 variables', () => {
    const names = ['lifecycle', 'segment', 'founders'];
    for (const section of ['traits', 'state', 'day', 'reward', 'metrics'])
      for (let variable = 0; variable < 400; variable++)
        for (let order = 0; order < 4; order++) names.push(`${section}.v${variable}/${order}`);
    expect(new Set(names.map(purposeOf)).size).toBe(names.length);
  });

  it('has as few collisions among 100,000 words as a random function', () => {
    const words = Array.from({ length: 100_000 }, (_, i) => i.toString(36));
    const collisions = words.length - new Set(words.map(purposeOf)).size;
    // n² / 2^33 = 1.2 are expected.
    expect(collisions).toBeLessThan(8);
  });

  it('is an unsigned 32-bit number', () => {
    for (const name of NAMES) expect(purposeOf(name)).toBe(purposeOf(name) >>> 0);
  });
});

const NAMES: readonly string[] = ['', 'a', 'lifecycle', 'segment', 'day.visit/0', 'day.visit/1', 'Größe'];
const FROZEN: readonly number[] = [
  2872998923, 444641715, 349779232, 2829504624, 159921929, 2383441194, 1417032896,
];
