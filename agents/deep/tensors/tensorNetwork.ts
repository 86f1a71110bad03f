import type { AdamOptimizer, NamedTensorMap, Tensor, Tensor2D, Variable } from '@tensorflow/tfjs-core';
import type { Sequential } from '@tensorflow/tfjs-layers';
import type { Backend } from '../backend.ts';
import type { Loss } from '../losses/loss.ts';
import { layersOf, type NetworkDescription } from '../networks/description.ts';
import type { AdamSettings, Network, NetworkEngine, NetworkState, StepFigures } from '../networks/network.ts';
import { adamOf, momentsOf, setMoments, setPowers, setRate } from './adamState.ts';
import { splitParameters, variablesOf } from './modelVariables.ts';

/** Networks of TensorFlow.js's own layers, trained by its own Adam. The reference for every other engine. */
export function tensorEngine(backend: Backend): NetworkEngine {
  return {
    name: backend.name,
    create: (description, adam, parameters) => new TensorNetwork(backend, description, adam, parameters),
  };
}

class TensorNetwork implements Network {
  readonly description: NetworkDescription;
  readonly #backend: Backend;
  readonly #adam: AdamSettings;
  readonly #model: Sequential;
  readonly #variables: readonly Variable[];
  #optimizer: AdamOptimizer;
  #powers = Float32Array.of(1, 1);

  constructor(
    backend: Backend,
    description: NetworkDescription,
    adam: AdamSettings,
    parameters: Float32Array,
  ) {
    this.description = description;
    this.#backend = backend;
    this.#adam = adam;
    this.#model = modelOf(backend, description);
    this.#variables = variablesOf(this.#model);
    this.#optimizer = adamOf(backend, adam);
    this.assign(parameters);
  }

  forward(inputs: Float32Array, rows: number): Float32Array {
    const { tf } = this.#backend;
    return tf.tidy(() => (this.#model.apply(this.#rowsOf(inputs, rows)) as Tensor2D).dataSync<'float32'>());
  }

  train<Targets>(
    inputs: Float32Array,
    rows: number,
    loss: Loss<Targets>,
    targets: Targets,
    learningRate: number,
  ): StepFigures {
    const { tf } = this.#backend;
    setRate(this.#optimizer, learningRate);
    return tf.tidy(() => {
      const x = this.#rowsOf(inputs, rows);
      const { value, grads } = tf.variableGrads(
        () => loss.tensors(tf, this.#model.apply(x) as Tensor2D, targets),
        [...this.#variables],
      );
      const gradientNorm = this.#normOf(grads);
      const scale = Math.min(1, this.#adam.maxGradientNorm / (gradientNorm + 1e-6));
      const shortened = Object.entries(grads).map(([name, gradient]) => ({
        name,
        tensor: tf.mul(gradient, scale),
      }));
      this.#optimizer.applyGradients(shortened);
      this.#countStep();
      return { loss: value.dataSync()[0], gradientNorm };
    });
  }

  parameters(): Float32Array {
    return joined(this.#variables);
  }

  assign(parameters: Float32Array): void {
    const { tf } = this.#backend;
    const size = this.#size;
    if (parameters.length !== size)
      throw new RangeError(`expected ${size} parameters, got ${parameters.length}`);
    tf.tidy(() => {
      for (const [k, tensor] of splitParameters(tf, this.#variables, parameters).entries())
        this.#variables[k].assign(tensor);
    });
  }

  state(): NetworkState {
    const parameters = this.parameters();
    const { first, second } = momentsOf(this.#optimizer);
    const momentOr0 = (moment: readonly Tensor[]) =>
      moment.length > 0 ? joined(moment) : new Float32Array(parameters.length);
    return {
      parameters,
      first: momentOr0(first),
      second: momentOr0(second),
      powers: this.#powers.slice(),
    };
  }

  restore({ parameters, first, second, powers }: NetworkState): void {
    const size = this.#size;
    const sizes = [parameters, first, second].map((part) => part.length);
    if (sizes.some((length) => length !== size) || powers.length !== 2)
      throw new RangeError(`expected a network of ${size} parameters, got ${sizes.join(', ')}`);
    this.assign(parameters);
    this.#optimizer.dispose();
    this.#optimizer = adamOf(this.#backend, this.#adam);
    this.#powers = powers.slice();
    if (powers[0] === 1) return;
    setMoments(this.#optimizer, this.#backend, this.#variables, { first, second });
    setPowers(this.#optimizer, this.#backend, this.#adam, powers);
  }

  dispose(): void {
    this.#optimizer.dispose();
    this.#model.dispose();
  }

  #rowsOf(inputs: Float32Array, rows: number): Tensor2D {
    const { inputs: width } = this.description;
    return this.#backend.tf.tensor2d(inputs.subarray(0, rows * width), [rows, width]);
  }

  get #size(): number {
    return this.#variables.reduce((sum, variable) => sum + variable.size, 0);
  }

  #normOf(gradients: NamedTensorMap): number {
    const { tf } = this.#backend;
    const squares = Object.values(gradients).map((gradient) => tf.sum(tf.square(gradient)));
    return Math.sqrt(tf.addN(squares).dataSync()[0]);
  }

  /** TensorFlow.js keeps the same products, but gives them away only asynchronously. */
  #countStep(): void {
    const { beta1, beta2 } = this.#adam;
    this.#powers[0] *= Math.fround(beta1);
    this.#powers[1] *= Math.fround(beta2);
  }
}

function modelOf({ layers }: Backend, description: NetworkDescription): Sequential {
  const model = layers.sequential();
  for (const { inputs, outputs, activation } of layersOf(description))
    model.add(layers.layers.dense({ inputShape: [inputs], units: outputs, activation }));
  return model;
}

function joined(tensors: readonly Tensor[]): Float32Array {
  const parts = tensors.map((tensor) => tensor.dataSync<'float32'>());
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
