import type { EstimatedProcess } from './estimatedProcess.ts';

/** Single backups of one transition that one solution may take; what is left is done the next time. */
const MAX_BACKUPS = 20_000_000;

/** A solution is done when no value moves by more than this part of the largest. */
const PRECISION = 1e-5;

export interface SolutionSettings {
  /** γ */
  readonly discount: number;
  /** visits that an action's estimate is drawn towards the state's average by */
  readonly doubt: number;
}

/**
 * The values of acting best in an estimated process, by value iteration, in place from state to state
 * (Gauss-Seidel). Each solution starts from the last one.
 *
 * Source: Sutton and Barto (2018), section 4.4.
 */
export class Solution {
  /** states × actions */
  readonly values: Float64Array;
  /** states; of the best action */
  readonly best: Float64Array;
  readonly #process: EstimatedProcess;
  readonly #settings: SolutionSettings;

  constructor(process: EstimatedProcess, settings: SolutionSettings) {
    this.values = new Float64Array(process.states * process.actions);
    this.best = new Float64Array(process.states);
    this.#process = process;
    this.#settings = settings;
  }

  /** Solves for what was seen so far; returns the number of sweeps. */
  solve(): number {
    const sparse = sorted(this.#process);
    const { seen } = sparse;
    this.#settleUnseen(seen);
    const limit = Math.max(Math.floor(MAX_BACKUPS / Math.max(sparse.nexts.length, 1)), 1);
    let sweeps = 0;
    for (; sweeps < limit; ) {
      sweeps++;
      let largest = 0, change = 0;
      for (const state of seen) {
        const before = this.best[state];
        this.#backUp(state, sparse);
        change = Math.max(change, Math.abs(this.best[state] - before));
        largest = Math.max(largest, Math.abs(this.best[state]));
      }
      if (change <= PRECISION * largest) break;
    }
    return sweeps;
  }

  #settleUnseen(seen: readonly number[]): void {
    const { visits, actions } = this.#process;
    let sum = 0, total = 0;
    const known = new Uint8Array(this.best.length);
    for (const state of seen) {
      known[state] = 1;
      let n = 0;
      for (let a = 0; a < actions; a++) n += visits[state * actions + a];
      sum += n * this.best[state]; total += n;
    }
    for (let s = 0; s < this.best.length; s++) if (known[s] === 0) this.best[s] = total > 0 ? sum / total : 0;
  }

  #backUp(state: number, { starts, nexts, weights }: Sparse): void {
    const { visits, rewards, actions } = this.#process;
    const { discount, doubt } = this.#settings;
    let sum = 0, n = 0;
    for (let cell = state * actions; cell < (state + 1) * actions; cell++) {
      if (visits[cell] === 0) continue;
      let future = 0;
      for (let k = starts[cell]; k < starts[cell + 1]; k++) future += weights[k] * this.best[nexts[k]];
      const total = rewards[cell] + discount * future;
      this.values[cell] = total / visits[cell];
      sum += total; n += visits[cell];
    }
    const mean = sum / n;
    let best = -Infinity;
    for (let cell = state * actions; cell < (state + 1) * actions; cell++) {
      const value = (visits[cell] * this.values[cell] + doubt * mean) / (visits[cell] + doubt);
      this.values[cell] = visits[cell] + doubt > 0 ? value : mean;
      best = Math.max(best, this.values[cell]);
    }
    this.best[state] = best;
  }
}

interface Sparse {
  readonly seen: readonly number[];
  readonly starts: Uint32Array;
  readonly nexts: Uint32Array;
  readonly weights: Float64Array;
}

function sorted({ states, actions, visits, transitions }: EstimatedProcess): Sparse {
  const cells = states * actions;
  const starts = new Uint32Array(cells + 1);
  for (let k = 0; k < transitions.length; k++) starts[transitions.cells[k] + 1]++;
  for (let c = 0; c < cells; c++) starts[c + 1] += starts[c];
  const at = starts.slice();
  const nexts = new Uint32Array(transitions.length), weights = new Float64Array(transitions.length);
  for (let k = 0; k < transitions.length; k++) {
    const place = at[transitions.cells[k]]++;
    nexts[place] = transitions.nexts[k];
    weights[place] = transitions.counts[k];
  }
  const seen: number[] = [];
  for (let s = states - 1; s >= 0; s--) {
    let n = 0;
    for (let a = 0; a < actions; a++) n += visits[s * actions + a];
    if (n > 0) seen.push(s);
  }
  return { seen, starts, nexts, weights };
}
