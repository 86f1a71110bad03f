/**
 * Posteriors of normal rewards with unknown mean and variance, one for each arm of each state.
 *
 * The prior is normal-inverse-gamma and counts for κ rewards with the mean m and the variance s² of all rewards so
 * far, whatever arm they came from: so the unit of the reward does not matter, and an arm whose first few rewards
 * happen to be equal is not taken for certain. After n rewards with mean x̄ and squared deviations S the mean of an
 * arm has a t distribution with κ + n degrees of freedom, location (κ m + n x̄) / (κ + n), and squared scale
 * (κ s² + S + κ n (x̄ − m)² / (κ + n)) / (κ + n)².
 *
 * Source: Gelman et al. (2013), Bayesian Data Analysis, section 3.3, with κ₀ = ν₀ = κ. That the variance must not
 * collapse: Honda and Takemura (2014), "Optimality of Thompson sampling for Gaussian bandits depends on priors".
 */
export class NormalArms {
  /** everything it has learned; the last element of each is over all arms */
  readonly memory: Readonly<Record<'counts' | 'means' | 'squares', Float64Array>>;
  readonly #all: number;
  readonly #weight: number;

  /** @param weight κ, rewards that the prior counts for */
  constructor(states: number, actions: number, weight: number) {
    this.#all = states * actions;
    this.#weight = weight;
    const zeros = () => new Float64Array(this.#all + 1);
    this.memory = { counts: zeros(), means: zeros(), squares: zeros() };
  }

  /** Takes in a reward. */
  note(arm: number, reward: number): void {
    this.#takeIn(arm, reward);
    this.#takeIn(this.#all, reward);
  }

  /** Degrees of freedom of what is known of an arm's mean. */
  freedom(arm: number): number {
    return this.#weight + this.memory.counts[arm];
  }

  /** Location of what is known of an arm's mean. */
  mean(arm: number): number {
    const { counts, means } = this.memory;
    return (this.#weight * means[this.#all] + counts[arm] * means[arm]) / this.freedom(arm);
  }

  /** Scale of what is known of an arm's mean. */
  scale(arm: number): number {
    const { counts, means, squares } = this.memory;
    const weight = this.#weight;
    const freedom = this.freedom(arm);
    const variance = squares[this.#all] / Math.max(counts[this.#all], 1);
    const apart = means[arm] - means[this.#all];
    const between = (weight * counts[arm] * apart * apart) / freedom;
    return Math.sqrt(weight * variance + squares[arm] + between) / freedom;
  }

  /** Welford's update of count, mean and squared deviations. */
  #takeIn(index: number, reward: number): void {
    const { counts, means, squares } = this.memory;
    const before = reward - means[index];
    means[index] += before / ++counts[index];
    squares[index] += before * (reward - means[index]);
  }
}
