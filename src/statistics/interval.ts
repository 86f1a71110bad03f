import { mean, variance } from './mean.ts';
import { studentTQuantile } from './studentT.ts';

/** An estimate with a 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const UPPER = 0.975;

/**
 * 95 % interval of a mean by Student's t.
 *
 * Assumes independent values whose mean is close to normal. For values that are means of many users (one per seed)
 * it is; for the users of one seed it is by their number.
 *
 * @param values at least one; of one value the interval is unbounded
 * @example meanInterval([1, 2, 3]) // { mean: 2, low: -0.48, high: 4.48 }
 */
export function meanInterval(values: ArrayLike<number>): Interval {
  const center = mean(values);
  const n = values.length;
  if (n < 2) return { mean: center, low: -Infinity, high: Infinity };
  const half = studentTQuantile(UPPER, n - 1) * Math.sqrt(variance(values) / n);
  return { mean: center, low: center - half, high: center + half };
}

/**
 * 95 % interval of a policy's mean over seeds and users.
 *
 * Several seeds: Student's t over the seeds' means. Each seed has its own users and, for an agent, its own
 * training, so their spread holds both kinds of luck. One seed: over its users, which says nothing about the luck
 * of training.
 *
 * @param seeds one array over users per seed
 */
export function seedInterval(seeds: readonly Float64Array[]): Interval {
  return seeds.length === 1 ? meanInterval(seeds[0]) : meanInterval(seeds.map(mean));
}

/**
 * 95 % interval of the difference of two policies on the same users with the same luck: paired by user within each
 * seed, then as `seedInterval`.
 *
 * @param a one array over users per seed
 * @param b the same users under the other policy
 */
export function pairedInterval(a: readonly Float64Array[], b: readonly Float64Array[]): Interval {
  return seedInterval(a.map((values, seed) => values.map((value, user) => value - b[seed][user])));
}

/**
 * 95 % interval of the difference of two means of independent values, by Welch's t: what there is to say where nothing
 * pairs them.
 *
 * @param a at least one; with one value on either side the interval is unbounded
 * @param b at least one
 * @example unpairedInterval([1, 2, 3], [1, 2, 3]) // { mean: 0, low: -2.27, high: 2.27 }
 */
export function unpairedInterval(a: ArrayLike<number>, b: ArrayLike<number>): Interval {
  const center = mean(a) - mean(b);
  if (a.length < 2 || b.length < 2) return { mean: center, low: -Infinity, high: Infinity };
  const [ofA, ofB] = [variance(a) / a.length, variance(b) / b.length];
  if (ofA + ofB === 0) return { mean: center, low: center, high: center };
  const degrees = (ofA + ofB) ** 2 / (ofA ** 2 / (a.length - 1) + ofB ** 2 / (b.length - 1));
  const half = studentTQuantile(UPPER, degrees) * Math.sqrt(ofA + ofB);
  return { mean: center, low: center - half, high: center + half };
}
