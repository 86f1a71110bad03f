import type { Segment } from '../scenario/program.ts';

/** Upper edges of the shares of [0, 1), the last of which is 1. */
export function cumulativeShares(segments: readonly Segment[]): number[] {
  return cumulative(segments.map(({ share }) => share));
}

/** The same for shares alone. */
export function cumulative(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return shares.map((share) => (sum += share) / total);
}

/** Index of the segment whose share of [0, 1) holds a uniform draw. */
export function segmentAt(cumulative: readonly number[], uniform: number): number {
  return cumulative.findIndex((edge) => uniform < edge);
}
