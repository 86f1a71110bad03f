import type { EstimatedProcess } from './estimatedProcess.ts';
import type { Followers } from './followers.ts';

/** Passes over one transition that a solution may take; the next one goes on where it stopped. */
const MAX_PASSES = 20_000_000;

/** A solution is found when no state's worth moves by more than this part of the largest. */
const PRECISION = 1e-5;

/**
 * What acting best is worth in an estimated process.
 *
 * V(s) = maxₐ [r̂(s, a) + β / √n(s, a) + γ Σ p̂(s′ | s, a) V(s′)], over the actions tried in s: of the others nobody
 * knows whether they are available there. An action not tried is worth, for choosing, what those tried are on
 * average, with the bonus of one visit. A state not seen is worth what those seen are on average.
 *
 * Source: value iteration in place, Sutton and Barto (2018), section 4.4; the bonus: Strehl and Littman (2008), "An
 * analysis of model-based interval estimation for Markov decision processes", equation 6 (MBIE-EB).
 */
export class Solution {
  /** states × actions */
  readonly values: Float64Array;
  /** states; V */
  readonly worths: Float64Array;
  readonly #process: EstimatedProcess;
  readonly #discount: number;

  /** @param discount γ */
  constructor(process: EstimatedProcess, discount: number) {
    this.values = new Float64Array(process.states * process.actions);
    this.worths = new Float64Array(process.states);
    this.#process = process;
    this.#discount = discount;
  }

  /**
   * Solves the process as it is estimated now, from where the last solution stopped.
   *
   * @param followers the transitions of the process
   * @param bonus β, in units of the reward
   * @returns sweeps over all states
   */
  solve(followers: Followers, bonus: number): number {
    this.#guessUnseen(followers);
    const limit = Math.max(Math.floor(MAX_PASSES / Math.max(followers.nexts.length, 1)), 1);
    for (let sweep = 1; sweep <= limit; sweep++) if (this.#sweep(followers, bonus)) return sweep;
    return limit;
  }

  /** Copies the values of a state's actions. */
  copy(state: number, into: Float64Array): Float64Array {
    const { actions } = this.#process;
    for (let a = 0; a < actions; a++) into[a] = this.values[state * actions + a];
    return into;
  }

  /** The same, with those not tried below all others. */
  copyTried(state: number, into: Float64Array): void {
    const { actions, visits } = this.#process;
    this.copy(state, into);
    for (let a = 0; a < actions; a++) if (visits[state * actions + a] === 0) into[a] = -Infinity;
  }

  #guessUnseen({ seen }: Followers): void {
    const known = seen.map((state) => this.worths[state]);
    const mean = known.reduce((sum, worth) => sum + worth, 0) / Math.max(known.length, 1);
    this.worths.fill(mean);
    for (const [k, state] of seen.entries()) this.worths[state] = known[k];
  }

  /** Backs up every state once; returns whether that moved next to nothing. */
  #sweep(followers: Followers, bonus: number): boolean {
    let [change, largest] = [0, 0];
    for (const state of followers.seen) {
      const before = this.worths[state];
      const worth = this.#backUp(state, followers, bonus);
      this.worths[state] = worth;
      change = Math.max(change, Math.abs(worth - before));
      largest = Math.max(largest, Math.abs(worth));
    }
    return change <= PRECISION * largest;
  }

  /** Computes the values of a state's actions; returns that of the best one tried. */
  #backUp(state: number, followers: Followers, bonus: number): number {
    const { visits, actions } = this.#process;
    const [first, end] = [state * actions, (state + 1) * actions];
    let [best, sum, total] = [-Infinity, 0, 0];
    for (let cell = first; cell < end; cell++) {
      if (visits[cell] === 0) continue;
      const value = this.#estimate(cell, followers);
      this.values[cell] = value + bonus / Math.sqrt(Math.max(visits[cell], 1));
      best = Math.max(best, this.values[cell]);
      sum += visits[cell] * value;
      total += visits[cell];
    }
    for (let cell = first; cell < end; cell++)
      if (visits[cell] === 0) this.values[cell] = sum / total + bonus;
    return best;
  }

  /** r̂ + γ Σ p̂ V of a cell. */
  #estimate(cell: number, { starts, nexts, counts }: Followers): number {
    let future = 0;
    for (let k = starts[cell]; k < starts[cell + 1]; k++) future += counts[k] * this.worths[nexts[k]];
    return (this.#process.rewards[cell] + this.#discount * future) / this.#process.visits[cell];
  }
}
