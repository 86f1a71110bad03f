/** Words of a group, which has a mask of those that differ, and groups of a block, which has a mask of such groups. */
const BITS = 32;
const BLOCK = BITS * BITS;

/**
 * The words in which two arrays of one length differ: what has to be added without carrying (XOR) to come from either
 * to the other. For each block of 1024 words a mask of its groups, for each group with a difference a mask of its
 * words, then the differences.
 *
 * @param before as many words as `after`, a multiple of 4 as every layout has
 */
export function packDifference(before: Uint32Array, after: Uint32Array): Uint32Array {
  // Memory that is never written to is never taken.
  const packed = new Uint32Array(after.length + 2 * Math.ceil(after.length / BITS));
  let end = 0;
  for (let block = 0; block < after.length; block += BLOCK) {
    const head = end++;
    const stop = Math.min(block + BLOCK, after.length);
    for (let first = block, group = 1; first < stop; first += BITS, group <<= 1) {
      const next = packGroup(before, after, packed, first, Math.min(first + BITS, stop), end);
      if (next > end) packed[head] |= group;
      end = next;
    }
  }
  return packed.slice(0, end);
}

/** Packs a group to `place`, four words at a time as most are alike; gives back where it ends. */
function packGroup(
  before: Uint32Array,
  after: Uint32Array,
  packed: Uint32Array,
  first: number,
  last: number,
  place: number,
): number {
  let end = place + 1;
  let mask = 0;
  for (let word = first, bit = 1; word < last; word += 4, bit <<= 4) {
    const a = before[word] ^ after[word];
    const b = before[word + 1] ^ after[word + 1];
    const c = before[word + 2] ^ after[word + 2];
    const d = before[word + 3] ^ after[word + 3];
    if ((a | b | c | d) === 0) continue;
    if (a !== 0) packed[end++] = a;
    if (b !== 0) packed[end++] = b;
    if (c !== 0) packed[end++] = c;
    if (d !== 0) packed[end++] = d;
    mask |=
      (bit * Number(a !== 0)) |
      (bit * 2 * Number(b !== 0)) |
      (bit * 4 * Number(c !== 0)) |
      (bit * 8 * Number(d !== 0));
  }
  packed[place] = mask;
  return mask === 0 ? place : end;
}

/** Takes an array to the other side of a difference, in place. */
export function applyDifference(packed: Uint32Array, words: Uint32Array): void {
  let next = 0;
  for (let block = 0; block < words.length; block += BLOCK) {
    for (let groups = packed[next++]; groups !== 0; groups &= groups - 1) {
      const first = block + BITS * lowestBit(groups);
      for (let mask = packed[next++]; mask !== 0; mask &= mask - 1)
        words[first + lowestBit(mask)] ^= packed[next++];
    }
  }
}

/** Two differences one after the other as one, without the arrays that they are between. */
export function joinDifferences(first: Uint32Array, second: Uint32Array): Uint32Array {
  const joined = new Uint32Array(first.length + second.length);
  let [a, b, end] = [0, 0, 0];
  while (a < first.length) {
    const [firsts, seconds, head] = [first[a++], second[b++], end++];
    for (let groups = firsts | seconds; groups !== 0; groups &= groups - 1) {
      const group = groups & -groups;
      const place = end++;
      const inFirst = (firsts & group) === 0 ? 0 : first[a++];
      const inSecond = (seconds & group) === 0 ? 0 : second[b++];
      for (let mask = inFirst | inSecond; mask !== 0; mask &= mask - 1) {
        const bit = mask & -mask;
        let difference = 0;
        if ((inFirst & bit) !== 0) difference ^= first[a++];
        if ((inSecond & bit) !== 0) difference ^= second[b++];
        if (difference === 0) continue;
        joined[place] |= bit;
        joined[end++] = difference;
      }
      if (joined[place] === 0) end = place;
      else joined[head] |= group;
    }
  }
  return joined.slice(0, end);
}

function lowestBit(mask: number): number {
  return BITS - 1 - Math.clz32(mask & -mask);
}
