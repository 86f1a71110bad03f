import { describe, expect, it } from 'vitest';
import { philox } from '../../../environments/random/philox.ts';

type Words = [number, number, number, number];

// kat_vectors of Random123 1.14, philox4x32 10
const KNOWN: readonly { counter: Words; key: [number, number]; words: Words }[] = [
  {
    counter: [0, 0, 0, 0],
    key: [0, 0],
    words: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    words: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    words: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
];

describe('philox(counter, key)', () => {
  it.each(KNOWN)('gives the published words for counter $counter', ({ counter, key, words }) => {
    expect(philox(counter, key)).toEqual(words);
  });

  it('changes about half of all bits when one bit of counter or key changes', () => {
    const base = philox([1, 2, 3, 4], [5, 6]);
    for (let bit = 0; bit < 6 * 32; bit++) {
      const input = [1, 2, 3, 4, 5, 6];
      input[bit >> 5] = (input[bit >> 5] ^ (1 << (bit & 31))) >>> 0;
      const [a, b, c, d, e, f] = input;
      const words = philox([a, b, c, d], [e, f]);
      const changed = words.map((word, i) => bitCount(word ^ base[i])).reduce((sum, n) => sum + n);
      // 128 fair bits: 6 standard deviations are 34.
      expect(Math.abs(changed - 64), `bit ${bit}`).toBeLessThan(34);
    }
  });
});

function bitCount(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length;
}
