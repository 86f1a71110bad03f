import type { Loss } from '../../agents/deep/losses/loss.ts';
import { layersOf, type NetworkDescription } from '../../agents/deep/networks/description.ts';
import type {
  AdamSettings,
  Network,
  NetworkEngine,
  NetworkState,
  StepFigures,
} from '../../agents/deep/networks/network.ts';
import {
  type Adam,
  activationBackward,
  adamStep,
  denseForward,
  inputsBackward,
  type LayerNumbers,
  weightsBackward,
} from './plainLayers.ts';

/**
 * Networks as someone would write them by hand over typed arrays, loop by loop: the yardstick for the engines. It
 * checks nothing that it is given.
 */
export const plainEngine: NetworkEngine = {
  name: 'plain',
  create: (description, adam, parameters) => new PlainNetwork(description, adam, parameters),
};

class PlainNetwork implements Network {
  readonly description: NetworkDescription;
  readonly #settings: AdamSettings;
  readonly #numbers: Adam;
  readonly #weights: readonly LayerNumbers[];
  readonly #gradients: readonly LayerNumbers[];
  /** the outputs of each layer, and the derivatives by them */
  #activations: Float32Array[] = [];
  #derivatives: Float32Array[] = [];
  #rows = 0;

  constructor(description: NetworkDescription, settings: AdamSettings, parameters: Float32Array) {
    const zeros = () => new Float32Array(parameters.length);
    this.description = description;
    this.#settings = settings;
    this.#numbers = {
      parameters: parameters.slice(),
      gradient: zeros(),
      first: zeros(),
      second: zeros(),
      powers: Float32Array.of(1, 1),
    };
    this.#weights = layersWithin(description, this.#numbers.parameters);
    this.#gradients = layersWithin(description, this.#numbers.gradient);
  }

  forward(inputs: Float32Array, rows: number): Float32Array {
    const layers = layersOf(this.description);
    this.#reserve(rows);
    let x = inputs;
    for (const [k, layer] of layers.entries()) {
      denseForward(layer, this.#weights[k], x, rows, this.#activations[k]);
      x = this.#activations[k];
    }
    return x.subarray(0, rows * this.description.outputs);
  }

  train<Targets>(
    inputs: Float32Array,
    rows: number,
    loss: Loss<Targets>,
    targets: Targets,
    learningRate: number,
  ): StepFigures {
    const outputs = this.forward(inputs, rows);
    const byOutputs = this.#derivatives.at(-1)!.subarray(0, outputs.length);
    const value = loss.plain(outputs, rows, targets, byOutputs);
    this.#propagate(inputs, rows);
    return { loss: value, gradientNorm: adamStep(this.#numbers, this.#settings, learningRate) };
  }

  parameters(): Float32Array {
    return this.#numbers.parameters.slice();
  }

  assign(parameters: Float32Array): void {
    this.#numbers.parameters.set(parameters);
  }

  state(): NetworkState {
    const { parameters, first, second, powers } = this.#numbers;
    return {
      parameters: parameters.slice(),
      first: first.slice(),
      second: second.slice(),
      powers: powers.slice(),
    };
  }

  restore({ parameters, first, second, powers }: NetworkState): void {
    this.#numbers.parameters.set(parameters);
    this.#numbers.first.set(first);
    this.#numbers.second.set(second);
    this.#numbers.powers.set(powers);
  }

  dispose(): void {}

  /** Backpropagation: from dL/d(outputs) in the last of the derivatives to the gradient by all parameters. */
  #propagate(inputs: Float32Array, rows: number): void {
    this.#numbers.gradient.fill(0);
    for (const [k, layer] of [...layersOf(this.description).entries()].reverse()) {
      const dy = this.#derivatives[k];
      activationBackward(layer, this.#activations[k], dy, rows * layer.outputs);
      weightsBackward(layer, k > 0 ? this.#activations[k - 1] : inputs, dy, rows, this.#gradients[k]);
      if (k > 0) inputsBackward(layer, this.#weights[k], dy, rows, this.#derivatives[k - 1]);
    }
  }

  #reserve(rows: number): void {
    if (rows <= this.#rows) return;
    const room = () => layersOf(this.description).map(({ outputs }) => new Float32Array(rows * outputs));
    this.#activations = room();
    this.#derivatives = room();
    this.#rows = rows;
  }
}

/** Each layer's part of an array in the order of `NetworkState.parameters`. */
function layersWithin(description: NetworkDescription, all: Float32Array): LayerNumbers[] {
  let at = 0;
  const take = (count: number) => all.subarray(at, (at += count));
  return layersOf(description).map(({ inputs, outputs }) => ({
    weights: take(inputs * outputs),
    biases: take(outputs),
  }));
}
