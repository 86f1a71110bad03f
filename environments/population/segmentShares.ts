import type { Segment } from '../scenario/program.ts';

/** Upper edges of the shares of [0, 1), the last of which is 1. */
export function cumulativeShares(segments: readonly Segment[]): number[] {
  const total = segments.reduce((sum, { share }) => sum + share, 0);
  let sum = 0;
  return segments.map(({ share }) => (sum += share) / total);
}

/** Index of the segment whose share of [0, 1) holds a uniform draw. */
export function segmentAt(cumulative: readonly number[], uniform: number): number {
  return cumulative.findIndex((edge) => uniform < edge);
}
