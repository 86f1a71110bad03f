import type { Interval } from '../statistics/interval.ts';

/** A number with three significant digits: 0.0123, 12.3, 1230. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A part of a whole in per cent: 12.3 %. */
export function perCent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** An estimate with its interval: 12.3 [11.9, 12.7]. */
export function estimate({ mean, low, high }: Interval): string {
  return `${short(mean)} [${short(low)}, ${short(high)}]`;
}
