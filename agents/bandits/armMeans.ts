import type { LearningFigures } from '../../environments/contract.ts';
import { DayRewards } from './dayRewards.ts';

/**
 * The mean reward of each arm of each state.
 *
 * Source: Sutton and Barto (2018), equations 2.3 and 2.5. The rewards of a day come together: n of one arm move its
 * mean as n single updates with their mean would, by 1 − (1 − α)ⁿ of the way. For the sample average that is the
 * same as one after the other, in any order.
 */
export class ArmMeans {
  readonly actions: number;
  /** states × actions */
  readonly means: Float64Array;
  /** states × actions; rewards seen */
  readonly counts: Float64Array;
  readonly #day: DayRewards;
  readonly #stepSize: number;

  /** @param options `stepSize` is α, 0 (the default) the sample average; `initialValue` by default 0 */
  constructor(
    states: number,
    actions: number,
    { stepSize = 0, initialValue = 0 }: { readonly stepSize?: number; readonly initialValue?: number } = {},
  ) {
    this.actions = actions;
    this.means = new Float64Array(states * actions).fill(initialValue);
    this.counts = new Float64Array(states * actions);
    this.#day = new DayRewards(states, actions);
    this.#stepSize = stepSize;
  }

  /** Notes a reward of today. */
  note(state: number, action: number, reward: number): void {
    this.#day.add(state, action, reward);
  }

  /** Takes in the rewards noted since the last call; says how far off the means were. */
  learn(): LearningFigures {
    const { states, sums, counts } = this.#day;
    let squares = 0;
    let rewards = 0;
    for (const state of states) {
      for (let arm = state * this.actions; arm < (state + 1) * this.actions; arm++) {
        if (counts[arm] === 0) continue;
        const error = sums[arm] / counts[arm] - this.means[arm];
        squares += counts[arm] * error * error;
        rewards += counts[arm];
        this.counts[arm] += counts[arm];
        this.means[arm] += this.#part(arm, counts[arm]) * error;
      }
    }
    this.#day.clear();
    return { rewardError: rewards > 0 ? Math.sqrt(squares / rewards) : 0 };
  }

  /** Copies the means of a state. */
  copy(state: number, into: Float64Array): void {
    for (let a = 0; a < this.actions; a++) into[a] = this.means[state * this.actions + a];
  }

  /** 1 − (1 − α)ⁿ, by squaring: the same on every engine. */
  #part(arm: number, count: number): number {
    if (this.#stepSize === 0) return count / this.counts[arm];
    let left = 1;
    let square = 1 - this.#stepSize;
    for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) left *= square;
      square *= square;
    }
    return 1 - left;
  }
}
