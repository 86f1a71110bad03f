/** Words of a group, which has a mask of those that differ, and groups of a block, which has a mask of such groups. */
const BITS = 32;
const BLOCK = BITS * BITS;
/** Words that are packed, and differences that are joined, in a few milliseconds. */
const PIECE = BLOCK * BLOCK;

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

/** Two differences one after the other as one, without the arrays that they are between; work in pieces. */
export function* joinDifferences(first: Uint32Array, second: Uint32Array): Generator<undefined, Uint32Array> {
  const joined = new Uint32Array(first.length + second.length);
  const places: Places = { a: 0, b: 0, end: 0 };
  for (let until = PIECE; places.a < first.length; until += PIECE) {
    if (until > PIECE) yield;
    joinPiece(first, second, joined, places, until);
  }
  return joined.slice(0, places.end);
}

/** Where two differences are read, and where their join is written. */
interface Places {
  a: number;
  b: number;
  end: number;
}

/** Joins block by block, at least until so much was written. */
function joinPiece(
  first: Uint32Array,
  second: Uint32Array,
  joined: Uint32Array,
  places: Places,
  until: number,
): void {
  let { a, b, end } = places;
  while (a < first.length && end < until) {
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
  Object.assign(places, { a, b, end });
}

function lowestBit(mask: number): number {
  return BITS - 1 - Math.clz32(mask & -mask);
}
