import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffle } from '../../../../agents/deep/memory/shuffle.ts';
import { compatible } from '../../../support/chiSquare.ts';

function shuffled(numbers: readonly number[], round: number, key = 1): number[] {
  const array = Uint32Array.from(numbers);
  shuffle(array, key, round);
  return [...array];
}

describe('shuffle()', () => {
  it('gives the same numbers in some order', () => {
    const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (numbers, round) => {
        expect(ascending(shuffled(numbers, round))).toEqual(ascending(numbers));
      }),
    );
  });

  it('gives all orders of four numbers equally often: whatever came first, each of the others comes next', () => {
    const orders = Array.from({ length: 24_000 }, (_, round) => shuffled([0, 1, 2, 3], round));
    const prefixes = new Set(
      orders.flatMap((order) => [0, 1, 2].map((length) => order.slice(0, length).join())),
    );
    expect(prefixes.size).toBe(1 + 4 + 12);
    for (const prefix of prefixes) {
      const length = prefix === '' ? 0 : prefix.split(',').length;
      const alike = orders.filter((order) => order.slice(0, length).join() === prefix);
      const rest = [0, 1, 2, 3].filter((number) => !prefix.includes(`${number}`));
      const counts = rest.map((number) => alike.filter((order) => order[length] === number).length);
      expect(compatible(counts, Array(rest.length).fill(alike.length / rest.length))).toBe(true);
    }
  });

  it('gives another order in each round and with each key, and the same one again', () => {
    const many = Array.from({ length: 50 }, (_, k) => k);
    expect(shuffled(many, 1, 1)).toEqual(shuffled(many, 1, 1));
    expect(shuffled(many, 1, 1)).not.toEqual(shuffled(many, 2, 1));
    expect(shuffled(many, 1, 1)).not.toEqual(shuffled(many, 1, 2));
    expect(shuffled(many, 1)).not.toEqual(many);
  });
});
