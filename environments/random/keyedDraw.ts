/**
 * Keyed draws: a random number is a pure function of (seed key, birth key, day, purpose). There is no generator
 * state, so results do not depend on order, batch size, number of threads or shards.
 */
import { philox } from './philox.ts';

const PHILOX_KEY_HIGH = 0x5eed;

/** The steps of the hash, shared with the printed kernels so that both give the same bits. */
export const HASH = {
  multiplier1: 0xed5ad4bb,
  multiplier2: 0xac4c1b51,
  multiplier3: 0x31848bab,
} as const;

/** 2⁻²⁴: a uniform is the top 24 bits of a word times this. */
export const UNIFORM_SCALE = 2 ** -24;

/** The two words that a day and a purpose contribute to every user's draw. */
export interface DrawKey {
  readonly a: number;
  readonly b: number;
}

/**
 * The key pair of a (seed, day, purpose), shared by all users of that day.
 *
 * @param seedKey unsigned 32-bit key of the random stream
 * @param day day of the draw; 0 is birth for the founding population
 * @param purpose unsigned 32-bit hash of the draw's name
 */
export function drawKey(seedKey: number, day: number, purpose: number): DrawKey {
  const [a, b] = philox([day >>> 0, purpose >>> 0, 0, 0], [seedKey >>> 0, PHILOX_KEY_HIGH]);
  return { a: a | 0, b: b | 0 };
}

/** Mixes a user's birth key with a draw key to a signed 32-bit word. For a fixed key it is a bijection. */
export function drawWord(birth: number, a: number, b: number): number {
  let x = (birth + a) | 0;
  x ^= x >>> 17;
  x = Math.imul(x, HASH.multiplier1);
  x ^= x >>> 11;
  x = (Math.imul(x, HASH.multiplier2) + b) | 0;
  x ^= x >>> 15;
  x = Math.imul(x, HASH.multiplier3);
  return x ^ (x >>> 14);
}

/** A user's uniform draw in [0, 1), with 24 random bits. */
export function uniformDraw(birth: number, a: number, b: number): number {
  return (drawWord(birth, a, b) >>> 8) * UNIFORM_SCALE;
}
