import { invert } from './invert.ts';

/** Below this part of its mean square, the variance of a feature is rounding. */
const CONSTANT = 1e-12;

/**
 * A ridge regression of the reward on the features and an intercept, for each action by itself.
 *
 * Features are standardised by the mean and standard deviation over all decisions so far, so their units do not
 * matter; one that has never changed counts nothing. What is kept are sums of products of the raw features (less
 * those of the first decision, for the digits). They are brought to the present standard at each solution: it is as
 * if that standard had been there from the start.
 */
export class LinearArms {
  /** everything it has learned: Σ x xᵀ (its lower half) and Σ r x of each action, with x₀ = 1 */
  readonly memory: Readonly<Record<'origin' | 'count' | 'products' | 'rewards', Float64Array>>;
  readonly #size: number;
  readonly #actions: number;
  readonly #ridge: number;
  readonly #x: Float64Array;
  readonly #means: Float64Array;
  readonly #scales: Float64Array;
  /** of each action (λ I + Σ x xᵀ)⁻¹ in the present standard */
  readonly #inverses: Float64Array;
  readonly #weights: Float64Array;
  #solved = false;

  /** @param ridge λ */
  constructor(features: number, actions: number, ridge: number) {
    const size = features + 1;
    const zeros = (length: number) => new Float64Array(length);
    this.memory = {
      origin: zeros(size),
      count: zeros(1),
      products: zeros(actions * size * size),
      rewards: zeros(actions * size),
    };
    this.#size = size;
    this.#actions = actions;
    this.#ridge = ridge;
    this.#x = zeros(size).fill(1);
    this.#means = zeros(size);
    this.#scales = zeros(size);
    this.#inverses = zeros(actions * size * size);
    this.#weights = zeros(actions * size);
  }

  /** Takes in the reward of an action for the user whose features begin at `row`. */
  note(features: Float32Array, row: number, action: number, reward: number): void {
    const { origin, count, products, rewards } = this.memory;
    const [size, x] = [this.#size, this.#x];
    for (let j = 1; j < size; j++) {
      if (count[0] === 0) origin[j] = features[row + j - 1];
      x[j] = features[row + j - 1] - origin[j];
    }
    count[0]++;
    this.#solved = false;
    for (let i = 0; i < size; i++) {
      const line = (action * size + i) * size;
      for (let j = 0; j <= i; j++) products[line + j] += x[i] * x[j];
      rewards[action * size + i] += reward * x[i];
    }
  }

  /** Has the regressions solved again, after `memory` has changed. */
  forgetSolution(): void {
    this.#solved = false;
  }

  /** Turns to the user whose features begin at `row`. */
  see(features: Float32Array, row: number): void {
    if (!this.#solved) this.#solve();
    const { origin } = this.memory;
    for (let j = 1; j < this.#size; j++)
      this.#x[j] = (features[row + j - 1] - origin[j] - this.#means[j]) * this.#scales[j];
  }

  /** Expected reward of an action for the user turned to: θᵀ x. */
  estimate(action: number): number {
    let sum = 0;
    for (let j = 0; j < this.#size; j++) sum += this.#weights[action * this.#size + j] * this.#x[j];
    return sum;
  }

  /** Standard error of that, for rewards of variance 1: √(xᵀ A⁻¹ x). */
  error(action: number): number {
    const [size, x] = [this.#size, this.#x];
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const line = (action * size + i) * size;
      let inner = 0;
      for (let j = 0; j < i; j++) inner += this.#inverses[line + j] * x[j];
      sum += x[i] * (2 * inner + this.#inverses[line + i] * x[i]);
    }
    return Math.sqrt(Math.max(sum, 0));
  }

  #solve(): void {
    this.#standardise();
    for (let action = 0; action < this.#actions; action++) {
      this.#fillStandardised(action);
      invert(this.#inverses, action * this.#size * this.#size, this.#size);
      this.#weigh(action);
    }
    this.#solved = true;
  }

  /** Mean and 1 / standard deviation of every feature, over all actions; the intercept stays 1. */
  #standardise(): void {
    const { count, products } = this.memory;
    const size = this.#size;
    const n = Math.max(count[0], 1);
    this.#scales[0] = 1;
    for (let j = 1; j < size; j++) {
      let [sum, squares] = [0, 0];
      for (let first = 0; first < products.length; first += size * size) {
        sum += products[first + j * size];
        squares += products[first + j * size + j];
      }
      const variance = squares / n - (sum / n) * (sum / n);
      this.#means[j] = sum / n;
      this.#scales[j] = count[0] > 0 && variance > (CONSTANT * squares) / n ? 1 / Math.sqrt(variance) : 0;
    }
  }

  /** λ I + Σ x xᵀ of an action in the present standard. */
  #fillStandardised(action: number): void {
    const [size, means, scales, { products }] = [this.#size, this.#means, this.#scales, this.memory];
    const first = action * size * size;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const [own, other] = [products[first + i * size], products[first + j * size]];
        const apart = means[i] * other + means[j] * own - means[i] * means[j] * products[first];
        const product = scales[i] * scales[j] * (products[first + i * size + j] - apart);
        this.#inverses[first + i * size + j] = this.#inverses[first + j * size + i] = product;
      }
      this.#inverses[first + i * size + i] += this.#ridge;
    }
  }

  /** θ = A⁻¹ Σ r x of an action. */
  #weigh(action: number): void {
    const [size, { rewards }] = [this.#size, this.memory];
    const first = action * size;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) {
        const product = this.#scales[j] * (rewards[first + j] - this.#means[j] * rewards[first]);
        sum += this.#inverses[(first + i) * size + j] * product;
      }
      this.#weights[first + i] = sum;
    }
  }
}
