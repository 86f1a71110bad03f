/** Words of a group, which has a mask of those that differ, and groups of a block, which has a mask of such groups. */
const BITS = 32;
const BLOCK = BITS * BITS;
/** Words that are packed, and differences that are joined, in a few milliseconds. */
export const PIECE = BLOCK * BLOCK;

/**
 * Takes an array of words to another of the same length, and tells the difference: the words in which they differ, as
 * what has to be added without carrying (XOR) to come from either to the other. For each block of 1024 words a mask of
 * its groups, for each group with a difference a mask of its words, then the differences.
 *
 * It is work in pieces, between which none of the arrays may change.
 *
 * @param words changed in place; a multiple of 4 of them, as every layout has
 * @param after what they become
 * @param room written over: `mostPacked` words of it at least
 */
export function* packDifference(
  words: Uint32Array,
  after: Uint32Array,
  room: Uint32Array,
): Generator<undefined, Uint32Array> {
  let end = 0;
  for (let first = 0; first < after.length; first += PIECE) {
    if (first > 0) yield;
    end = packPiece(words, after, room, first, Math.min(first + PIECE, after.length), end);
  }
  return room.slice(0, end);
}

function packPiece(
  words: Uint32Array,
  after: Uint32Array,
  room: Uint32Array,
  from: number,
  to: number,
  place: number,
): number {
  let end = place;
  for (let block = from; block < to; block += BLOCK) {
    const head = end++;
    room[head] = 0;
    const stop = Math.min(block + BLOCK, to);
    for (let first = block, group = 1; first < stop; first += BITS, group <<= 1) {
      const next = packGroup(words, after, room, first, Math.min(first + BITS, stop), end);
      if (next > end) room[head] |= group;
      end = next;
    }
  }
  return end;
}

/** Words that the difference of so many can take while it is packed. */
export function mostPacked(words: number): number {
  // A word more is written than is kept.
  return words + 2 * Math.ceil(words / BITS) + 1;
}

/**
 * Packs a group to `place`, four words at a time as most are alike; gives back where it ends. Each word of the four is
 * written, and the place moves on by 1 where it differs: nothing to be guessed wrong by the processor.
 */
function packGroup(
  words: Uint32Array,
  after: Uint32Array,
  packed: Uint32Array,
  first: number,
  last: number,
  place: number,
): number {
  let end = place + 1;
  let mask = 0;
  for (let word = first, bit = 0; word < last; word += 4, bit += 4) {
    const a = words[word] ^ after[word];
    const b = words[word + 1] ^ after[word + 1];
    const c = words[word + 2] ^ after[word + 2];
    const d = words[word + 3] ^ after[word + 3];
    if ((a | b | c | d) === 0) continue;
    const [inA, inB, inC, inD] = [differs(a), differs(b), differs(c), differs(d)];
    packed[end] = a;
    packed[(end += inA)] = b;
    packed[(end += inB)] = c;
    packed[(end += inC)] = d;
    end += inD;
    mask |= (inA | (inB << 1) | (inC << 2) | (inD << 3)) << bit;
    words[word] = after[word];
    words[word + 1] = after[word + 1];
    words[word + 2] = after[word + 2];
    words[word + 3] = after[word + 3];
  }
  packed[place] = mask;
  return mask === 0 ? place : end;
}

/** 1 where a word is not 0, else 0. */
function differs(word: number): number {
  return (word | -word) >>> 31;
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

function lowestBit(mask: number): number {
  return BITS - 1 - Math.clz32(mask & -mask);
}
