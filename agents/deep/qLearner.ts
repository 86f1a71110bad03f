import type { LearningFigures } from '../../environments/contract.ts';
import { type Kept, keptArrays } from './kept.ts';
import { actionValueLoss, type ValueTargets } from './losses/actionValueLoss.ts';
import type { Loss } from './losses/loss.ts';
import type { ReplayBuffer } from './memory/replayBuffer.ts';
import type { Sample, Sampler } from './memory/sampler.ts';
import type { Network } from './networks/network.ts';
import { actionValues, type QHead } from './networks/qHead.ts';
import { bestOf } from './policies/valuePolicy.ts';
import type { FeatureScale } from './scaling/featureScale.ts';
import type { ReturnScale } from './scaling/returnScale.ts';

/** What Q-learning with networks works on. */
interface Parts {
  readonly online: Network;
  readonly target: Network;
  readonly head: QHead;
  readonly buffer: ReplayBuffer;
  readonly sampler: Sampler;
  readonly features: FeatureScale;
  readonly returns: ReturnScale;
}

type Settings = Readonly<
  Record<'batchSize' | 'updatesPerDay' | 'warmUp' | 'double' | 'targetRate' | 'huberDelta', number>
>;

/**
 * The gradient steps of Q-learning on replayed transitions.
 *
 * Target: R / σ + D Q̂(s′, a′), a′ the best available action by the online network (double) or by the target network;
 * R is the discounted reward of the transition, D what the rest counts for, σ the standard deviation of the return.
 */
export class QLearner {
  readonly #parts: Parts;
  readonly #settings: Settings;
  readonly #loss: Loss<ValueTargets>;
  readonly #sample: Sample;
  readonly #inputs: Float32Array;
  readonly #nextInputs: Float32Array;
  readonly #targets: ValueTargets;
  readonly #errors: Float32Array;
  readonly #best: Uint8Array;
  readonly #values: Float64Array;
  /** gradient steps taken */
  readonly #rounds = new Float64Array(1);
  readonly kept: Kept = keptArrays({ rounds: this.#rounds });

  constructor(parts: Parts, settings: Settings) {
    const batch = Math.round(settings.batchSize);
    const { columns } = parts.features;
    this.#parts = parts;
    this.#settings = settings;
    this.#loss = actionValueLoss(parts.head, settings.huberDelta);
    this.#sample = { places: new Uint32Array(batch), weights: new Float32Array(batch) };
    this.#inputs = new Float32Array(batch * columns);
    this.#nextInputs = new Float32Array(batch * columns);
    this.#targets = {
      actions: new Uint8Array(batch),
      values: new Float32Array(batch),
      weights: this.#sample.weights,
    };
    this.#errors = new Float32Array(batch);
    this.#best = new Uint8Array(batch);
    this.#values = new Float64Array(parts.head.actions);
  }

  /** The gradient steps of one day; none while there is too little to learn from. */
  learn(learningRate: number): LearningFigures {
    let figures: LearningFigures = {};
    const enough = this.#parts.buffer.added >= this.#settings.warmUp && this.#parts.buffer.size > 0;
    const last = enough ? Math.round(this.#settings.updatesPerDay) - 1 : -1;
    for (let u = 0; u <= last; u++) figures = this.#step(learningRate, u === last);
    return figures;
  }

  #step(learningRate: number, reports: boolean): LearningFigures {
    const { online, target, sampler, returns } = this.#parts;
    const sample = this.#sample;
    sampler.draw(this.#rounds[0]++, sample);
    this.#gather();
    this.#aim();
    const value = reports || sampler.heedsErrors ? this.#compare() : undefined;
    const rows = sample.places.length;
    const { loss, gradientNorm } = online.train(this.#inputs, rows, this.#loss, this.#targets, learningRate);
    if (sampler.heedsErrors) sampler.note(sample, this.#errors);
    follow(target, online, this.#settings.targetRate);
    if (!value) return {};
    const { deviation } = returns;
    return { loss, qMean: value.mean * deviation, qMax: value.largest * deviation, gradientNorm };
  }

  /** Copies the batch, features standardised as they are now. */
  #gather(): void {
    const { buffer, features } = this.#parts;
    const { width } = buffer;
    const { columns } = features;
    for (const [k, place] of this.#sample.places.entries()) {
      features.standardise(buffer.features, place * width, this.#inputs, k * columns);
      features.standardise(buffer.nextFeatures, place * width, this.#nextInputs, k * columns);
      this.#targets.actions[k] = buffer.actions[place];
    }
  }

  /** What the values of the batch should be. */
  #aim(): void {
    const { online, target, head, buffer, returns } = this.#parts;
    const { places } = this.#sample;
    const rows = places.length;
    const choose = (outputs: Float32Array) => {
      for (let k = 0; k < rows; k++) {
        actionValues(head, outputs, k * head.width, this.#values);
        this.#best[k] = bestOf(this.#values, buffer.nextAvailable, places[k] * head.actions);
      }
    };
    if (this.#settings.double > 0) choose(online.forward(this.#nextInputs, rows));
    const outputs = target.forward(this.#nextInputs, rows);
    if (this.#settings.double === 0) choose(outputs);
    const scale = 1 / returns.deviation;
    for (let k = 0; k < rows; k++) {
      actionValues(head, outputs, k * head.width, this.#values);
      const discount = buffer.discounts[places[k]];
      // Whatever is shown of who has left must not matter, not even if it is no number.
      const rest = discount > 0 ? discount * this.#values[this.#best[k]] : 0;
      this.#targets.values[k] = buffer.rewards[places[k]] * scale + rest;
    }
  }

  /** How wrong the values are before the step; the mean value of the actions taken, and the largest of all. */
  #compare(): { mean: number; largest: number } {
    const { online, head } = this.#parts;
    const rows = this.#sample.places.length;
    const outputs = online.forward(this.#inputs, rows);
    let [sum, largest] = [0, -Infinity];
    for (let k = 0; k < rows; k++) {
      actionValues(head, outputs, k * head.width, this.#values);
      const value = this.#values[this.#targets.actions[k]];
      this.#errors[k] = this.#targets.values[k] - value;
      sum += value;
      largest = Math.max(largest, ...this.#values);
    }
    return { mean: sum / rows, largest };
  }
}

/** Moves a network part of the way to another: θ̂ ← (1 − τ) θ̂ + τ θ. */
function follow(target: Network, online: Network, rate: number): void {
  const [slow, fast] = [target.parameters(), online.parameters()];
  for (let k = 0; k < slow.length; k++) slow[k] += rate * (fast[k] - slow[k]);
  target.assign(slow);
}
