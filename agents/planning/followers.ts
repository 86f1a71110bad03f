import type { EstimatedProcess } from './estimatedProcess.ts';

/** The transitions of a process by cell, for quick passes over all of them. */
export interface Followers {
  /** states in which a decision has been seen */
  readonly seen: readonly number[];
  /** states × actions + 1; where the transitions of each cell begin */
  readonly starts: Uint32Array;
  /** by transition: the state that followed, and how often */
  readonly nexts: Uint32Array;
  readonly counts: Float64Array;
}

/** Sorts the transitions of a process by cell, by counting. */
export function followersOf(process: EstimatedProcess): Followers {
  const { cells, nexts, counts, length } = process.transitions;
  const starts = new Uint32Array(process.visits.length + 1);
  for (let k = 0; k < length; k++) starts[cells[k] + 1]++;
  for (let cell = 0; cell < process.visits.length; cell++) starts[cell + 1] += starts[cell];
  const ends = starts.slice();
  const sorted = { nexts: new Uint32Array(length), counts: new Float64Array(length) };
  for (let k = 0; k < length; k++) {
    const place = ends[cells[k]]++;
    sorted.nexts[place] = nexts[k];
    sorted.counts[place] = counts[k];
  }
  return { seen: seenStates(process), starts, ...sorted };
}

function seenStates({ states, actions, visits }: EstimatedProcess): number[] {
  const seen: number[] = [];
  for (let state = 0; state < states; state++) {
    let total = 0;
    for (let a = 0; a < actions; a++) total += visits[state * actions + a];
    if (total > 0) seen.push(state);
  }
  return seen;
}
