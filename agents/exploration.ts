import { exp } from '../environments/random/exp.ts';
import { log } from '../environments/random/log.ts';

/** How much is explored, and how that changes over the training. */
export interface ExplorationPlan {
  /** ε on the first day and on the last days */
  readonly start: number;
  readonly end: number;
  /** days over which it goes from start to end in a straight line */
  readonly days: number;
  /**
   * 0: all users explore alike. Otherwise user i of n explores with ε^(1 + spread · i / (n − 1)): some all the time,
   * most hardly ever, so that the lives of people who are treated as the learned policy would treat them are seen too.
   */
  readonly spread: number;
}

/**
 * Each user's ε on each day of the training.
 *
 * Source: the straight line of Mnih et al. (2015); the spread of Horgan et al. (2018), "Distributed prioritized
 * experience replay", section 4.1, where it is 7 with ε = 0.4.
 */
export class Exploration {
  readonly #plan: ExplorationPlan;
  readonly #rates: Float64Array;
  #epsilon = Number.NaN;

  constructor(users: number, plan: ExplorationPlan) {
    this.#plan = plan;
    this.#rates = new Float64Array(users);
  }

  /** ε of the user who explores most. */
  epsilon(day: number): number {
    const { start, end, days } = this.#plan;
    return start + (end - start) * (days > 0 ? Math.min(day / days, 1) : 1);
  }

  /** Every user's ε on a day of the training; the array changes with the next call. */
  rates(day: number): Float64Array {
    const epsilon = this.epsilon(day);
    if (epsilon === this.#epsilon) return this.#rates;
    this.#epsilon = epsilon;
    const { spread } = this.#plan;
    if (spread === 0 || epsilon === 0) return this.#rates.fill(epsilon);
    const step = spread / Math.max(this.#rates.length - 1, 1);
    const factor = log(epsilon);
    for (let i = 0; i < this.#rates.length; i++) this.#rates[i] = epsilon * exp(factor * step * i);
    return this.#rates;
  }
}
