import seedrandom from 'seedrandom';

/**
 * The 32-bit key of a named random stream. One human seed (any string) gives independent keys for `population`,
 * `exploration`, `initialisation`, `bootstrap` and so on, so that no part of a study shares luck with another.
 *
 * @param seed the human seed
 * @param stream the stream's name
 * @returns an unsigned 32-bit key
 */
export function streamKey(seed: string, stream: string): number {
  return seedrandom(`${seed.length}:${seed}/${stream}`).int32() >>> 0;
}
