import type { Observation } from '../../../environments/contract.ts';
import { type Kept, keptArrays, keptNetwork, keptTogether } from '../kept.ts';
import { squaredErrorLoss } from '../losses/squaredErrorLoss.ts';
import { initialWeights } from '../networks/initialWeights.ts';
import type { NetworkEngine } from '../networks/network.ts';
import { RowEvaluator } from '../policies/eachRow.ts';
import type { FeatureScale } from '../scaling/featureScale.ts';

const HIDDEN = [32];
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: 1 };
const LEARNING_RATE = 0.001;

/** Predicts from what is seen on the evening of a visit how many days it takes until the next one, with a network. */
export class ReturnTimes {
  readonly #network;
  readonly #features: FeatureScale;
  readonly #evaluator: RowEvaluator;
  /** visits that were followed by another, and the sum of the days in between */
  readonly #gaps = new Float64Array(2);
  readonly kept: Kept;

  /** @param key 32-bit key of the random stream of its first weights */
  constructor(engine: NetworkEngine, features: FeatureScale, key: number) {
    const description = {
      inputs: features.columns,
      hidden: HIDDEN,
      activation: 'tanh',
      outputs: 1,
      outputGain: 0.01,
    } as const;
    this.#network = engine.create(description, ADAM, initialWeights(description, key, 'return times'));
    this.#features = features;
    this.#evaluator = new RowEvaluator(this.#network, features);
    this.kept = keptTogether([
      keptNetwork('returnTimes', this.#network),
      keptArrays({ 'returnTimes.gaps': this.#gaps }),
    ]);
  }

  /** Writes the expected days to the next visit, at least one, of those who are active. */
  predict(observation: Observation, into: Float32Array): void {
    const mean = this.#mean;
    this.#evaluator.each(observation, (user, outputs, at) => {
      into[user] = Math.max(mean * (1 + outputs[at]), 1);
    });
  }

  /**
   * Learns from the visits of one day.
   *
   * @param seen users × features, in raw units; what was seen at the visit before
   * @param users whose gap ended today
   * @param gaps users; days since the visit before
   */
  learn(seen: Float32Array, users: readonly number[], gaps: Uint32Array): void {
    if (users.length === 0) return;
    const { width, columns } = this.#features;
    for (const user of users) {
      this.#gaps[0]++;
      this.#gaps[1] += gaps[user];
    }
    const inputs = new Float32Array(users.length * columns);
    const wanted = new Float32Array(users.length);
    for (const [k, user] of users.entries()) {
      this.#features.standardise(seen, user * width, inputs, k * columns);
      wanted[k] = gaps[user] / this.#mean - 1;
    }
    this.#network.train(inputs, users.length, squaredErrorLoss, wanted, LEARNING_RATE);
  }

  get #mean(): number {
    const [count, days] = this.#gaps;
    return count > 0 ? days / count : 1;
  }
}
