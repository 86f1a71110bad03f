import { PIECE } from './packedDifference.ts';

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
