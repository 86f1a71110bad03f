import { exp } from '../../environments/random/exp.ts';
import { DayRewards } from './dayRewards.ts';
import type { Decision } from './decision.ts';

/**
 * Preferences H for the arms of each state, and the probabilities π they stand for.
 *
 * Hₐ ← Hₐ + α (R − R̄) (1[a taken] − πₐ), with R̄ the mean of the state's earlier rewards; the first counts as usual.
 * All of a day's n decisions in a state move it together by their mean gradient, n times as far, but no farther than
 * a step size of 1 (or α, where that is larger): their π was that of the morning.
 *
 * Source: Sutton and Barto (2018), equations 2.11 and 2.12.
 */
export class Preferences {
  readonly actions: number;
  /** states × actions */
  readonly values: Float64Array;
  /** states; mean reward, and how many it is of */
  readonly baselines: Float64Array;
  readonly visits: Float64Array;
  readonly #day: DayRewards;
  /** states × actions; today's sums of R (1[a taken] − πₐ) and of 1[a taken] − πₐ */
  readonly #rewarded: Float64Array;
  readonly #plain: Float64Array;
  readonly #chances: Float64Array;
  readonly #stepSize: number;

  constructor(states: number, actions: number, stepSize: number) {
    this.actions = actions;
    this.values = new Float64Array(states * actions);
    this.baselines = new Float64Array(states);
    this.visits = new Float64Array(states);
    this.#day = new DayRewards(states, actions);
    this.#rewarded = new Float64Array(states * actions);
    this.#plain = new Float64Array(states * actions);
    this.#chances = new Float64Array(actions);
    this.#stepSize = stepSize;
  }

  /**
   * π of a decision: the soft-max of H over the available actions; all on the first where none is available. The
   * array changes with the next call.
   */
  chances(decision: Decision): Float64Array {
    const chances = this.#chances;
    const first = decision.state * this.actions;
    let top = -Infinity;
    for (let a = 0; a < this.actions; a++)
      if (decision.allows(a)) top = Math.max(top, this.values[first + a]);
    let sum = 0;
    for (let a = 0; a < this.actions; a++) {
      chances[a] = decision.allows(a) ? exp(this.values[first + a] - top) : 0;
      sum += chances[a];
    }
    if (sum === 0) sum = chances[0] = 1;
    for (let a = 0; a < this.actions; a++) chances[a] /= sum;
    return chances;
  }

  /** Notes a reward of today. */
  note(decision: Decision, action: number, reward: number): void {
    this.#day.add(decision.state, action, reward);
    const chances = this.chances(decision);
    const first = decision.state * this.actions;
    for (let a = 0; a < this.actions; a++) {
      const gradient = (a === action ? 1 : 0) - chances[a];
      this.#rewarded[first + a] += reward * gradient;
      this.#plain[first + a] += gradient;
    }
  }

  /** Takes in the rewards noted since the last call. */
  learn(): void {
    for (const state of this.#day.states) this.#learn(state);
    this.#day.clear();
  }

  #learn(state: number): void {
    const [first, end] = [state * this.actions, (state + 1) * this.actions];
    let count = 0;
    let sum = 0;
    for (let arm = first; arm < end; arm++) {
      count += this.#day.counts[arm];
      sum += this.#day.sums[arm];
    }
    const baseline = this.visits[state] > 0 ? this.baselines[state] : sum / count;
    const step = Math.min(this.#stepSize * count, Math.max(this.#stepSize, 1)) / count;
    for (let arm = first; arm < end; arm++) {
      this.values[arm] += step * (this.#rewarded[arm] - baseline * this.#plain[arm]);
      this.#rewarded[arm] = this.#plain[arm] = 0;
    }
    this.visits[state] += count;
    this.baselines[state] += (sum - count * this.baselines[state]) / this.visits[state];
  }
}
