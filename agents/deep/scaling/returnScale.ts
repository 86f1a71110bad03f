import type { TimeStep } from '../../../environments/contract.ts';
import { type Kept, keptArrays } from '../kept.ts';
import type { LearnedDay } from '../rewards/learnedReward.ts';

/** About so many days of the whole population count. */
const MEMORY_DAYS = 500;
/** Below this many users' days the scale is not known and is 1. */
const TOO_FEW = 2;

/**
 * The standard deviation of the discounted sum of a user's rewards so far. Rewards are divided by it, so that
 * learning rates and cuts mean the same in every scenario.
 *
 * Source: Engstrom et al. (2020), "Implementation matters in deep policy gradients", section 2.
 */
export class ReturnScale {
  /** users; Σ γ^k r of the days so far, as seen from tomorrow */
  readonly #sums: Float64Array;
  /** count, mean and sum of squared distances of all of them */
  readonly #moments = new Float64Array(3);
  readonly kept: Kept;

  constructor(users: number) {
    this.#sums = new Float64Array(users);
    this.kept = keptArrays({ 'returns.sums': this.#sums, 'returns.moments': this.#moments });
  }

  /**
   * Takes in one day of everyone who was there.
   *
   * @param day what is learned from it; its discounts hold γ
   */
  see({ stepType, observation: { active } }: TimeStep, { rewards, discounts }: LearnedDay): void {
    if (stepType === 'first') this.#sums.fill(0);
    let [count, mean, squares] = this.#moments;
    for (let i = 0; i < active.length; i++) {
      if (active[i] === 0) continue;
      // Those of yesterday were discounted when it ended.
      const sum = this.#sums[i] + rewards[i];
      this.#sums[i] = discounts[i] * sum;
      count++;
      const step = sum - mean;
      mean += step / count;
      squares += step * (sum - mean);
    }
    // Older days fade: what was earned while nothing was known yet may be of another size.
    const most = MEMORY_DAYS * active.length;
    const fading = count > most ? most / count : 1;
    this.#moments.set([fading * count, mean, fading * squares]);
  }

  /** What rewards are divided by. */
  get deviation(): number {
    const [count, , squares] = this.#moments;
    const deviation = count < TOO_FEW ? 1 : Math.sqrt(squares / count);
    return deviation > 1e-8 ? deviation : 1;
  }
}
