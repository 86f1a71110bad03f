import type { Loss } from '../losses/loss.ts';
import type { NetworkDescription } from './description.ts';

/** What Adam is set to. Source: Kingma and Ba (2015), algorithm 1. */
export interface AdamSettings {
  /** β₁, memory of the gradient's mean */
  readonly beta1: number;
  /** β₂, memory of the gradient's square */
  readonly beta2: number;
  /** ε, added to the root of the second moment */
  readonly epsilon: number;
  /** a longer gradient is shortened to this length */
  readonly maxGradientNorm: number;
}

/** Everything a network needs to go on exactly where it was, in the same order on every engine. */
export interface NetworkState {
  /** layer by layer: weights (inputs × outputs, row-major), then biases */
  readonly parameters: Float32Array;
  /** Adam's moments of each parameter's gradient */
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** β₁ and β₂ to the power of the steps taken, for the correction of the moments */
  readonly powers: Float32Array;
}

/** What one gradient step came to. */
export interface StepFigures {
  /** mean over the rows, before the step */
  readonly loss: number;
  /** length of the gradient before it was shortened */
  readonly gradientNorm: number;
}

/** A network that can be evaluated and trained. */
export interface Network {
  readonly description: NetworkDescription;
  /**
   * Evaluates rows.
   *
   * @param inputs rows × inputs, row-major; may be longer
   * @returns rows × outputs, row-major; valid until the next call
   */
  forward(inputs: Float32Array, rows: number): Float32Array;
  /**
   * Takes one step of Adam down the mean loss of some rows.
   *
   * @param inputs rows × inputs, row-major; may be longer
   */
  train<Targets>(
    inputs: Float32Array,
    rows: number,
    loss: Loss<Targets>,
    targets: Targets,
    learningRate: number,
  ): StepFigures;
  /** A copy of its weights and biases, as in `NetworkState`. */
  parameters(): Float32Array;
  /** Sets its weights and biases and leaves its optimiser alone. Throws RangeError if their number is another. */
  assign(parameters: Float32Array): void;
  /** A copy of what it has learned. */
  state(): NetworkState;
  /** Takes over what another network of the same description has learned. */
  restore(state: NetworkState): void;
  /** Frees what the engine holds for it; the network cannot be used afterwards. */
  dispose(): void;
}

/** What makes networks from descriptions. */
export interface NetworkEngine {
  /** simd, native, wasm or cpu */
  readonly name: string;
  /** @param parameters first weights and biases, in the order of `NetworkState.parameters` */
  create(description: NetworkDescription, adam: AdamSettings, parameters: Float32Array): Network;
}
