import { log } from '../log.ts';

/**
 * An exponential variable with the given rate (mean 1 / rate), by inversion of one uniform.
 *
 * @param u uniform in [0, 1)
 * @param rate events per unit of time, > 0
 */
export function exponential(u: number, rate: number): number {
  return -log(1 - u) / rate;
}
