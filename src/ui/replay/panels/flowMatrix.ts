import type { Replay } from '../../../replay/replay.ts';

/** Moves between stages summed over all days up to one: from (row) to (column), stays left out. */
export function flowMatrix(replay: Pick<Replay, 'frame'>, day: number): number[][] {
  const sums = replay.frame(0).moves.map((row) => row.map(() => 0));
  for (let other = 1; other <= day; other++) {
    const { moves } = replay.frame(other);
    for (const [from, row] of moves.entries())
      for (const [to, count] of row.entries()) if (from !== to) sums[from][to] += count;
  }
  return sums;
}
