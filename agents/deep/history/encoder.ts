import type { Tensor2D, Variable } from '@tensorflow/tfjs-core';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import type { Backend } from '../backend.ts';
import { type Kept, savedArray } from '../kept.ts';
import { splitParameters, variablesOf } from '../tensors/modelVariables.ts';
import type { EventShape } from './eventShape.ts';

const WEIGHTS = purposeOf('encoder weights');

/** A GRU cell or a dense layer of TensorFlow.js, as far as it is used here. */
interface TrainableLayer {
  build(shape: [null, number]): void;
  readonly trainableWeights: Parameters<typeof variablesOf>[0]['trainableWeights'];
}

interface Cell extends TrainableLayer {
  call(inputs: Tensor2D[], options: object): Tensor2D[];
}

interface Head extends TrainableLayer {
  apply(input: Tensor2D): unknown;
}

/**
 * A recurrent network that reads a user's days one after the other, and a head that guesses what was masked in them.
 *
 * Biases left out: zₜ = σ(Wz xₜ + Uz hₜ₋₁), rₜ = σ(Wr xₜ + Ur hₜ₋₁), hₜ = z hₜ₋₁ + (1 − z) tanh(W xₜ + U (r hₜ₋₁)).
 *
 * Source: the gated recurrent unit of Cho et al. (2014), as TensorFlow.js's own layer has it.
 */
export class Encoder {
  readonly units: number;
  readonly shape: EventShape;
  readonly variables: readonly Variable[];
  readonly #backend: Backend;
  readonly #cell: Cell;
  readonly #head: Head;

  /** @param key 32-bit key of the random stream of its first weights */
  constructor(backend: Backend, shape: EventShape, units: number, key: number) {
    const { layers } = backend.layers;
    this.#backend = backend;
    this.units = units;
    this.shape = shape;
    // Its usual initialiser needs chained operations, which the slim packages leave out; the weights are set below.
    const settings = { recurrentActivation: 'sigmoid', recurrentInitializer: 'zeros' } as const;
    this.#cell = layers.gruCell({ units, ...settings }) as unknown as Cell;
    this.#head = layers.dense({ units: shape.actions + shape.features }) as unknown as Head;
    this.#cell.build([null, shape.width]);
    this.#head.build([null, units]);
    this.variables = [...variablesOf(this.#cell), ...variablesOf(this.#head)];
    this.#assign(this.#firstWeights(key));
  }

  /** What is remembered after one more day. @param events rows × width @param memory rows × units */
  next(events: Tensor2D, memory: Tensor2D): Tensor2D {
    return this.#cell.call([events, memory], {})[0];
  }

  /** Guesses of what a day held: rows × (logits of the action received, then changes). */
  guesses(memory: Tensor2D): Tensor2D {
    return this.#head.apply(memory) as Tensor2D;
  }

  readonly kept: Kept = {
    save: () => {
      const parts = this.variables.map((variable) => [...variable.dataSync<'float32'>()]);
      return { 'history.weights': Float32Array.from(parts.flat()) };
    },
    restore: (snapshot) => {
      const size = this.variables.reduce((sum, variable) => sum + variable.size, 0);
      const weights = savedArray(snapshot, 'history.weights', new Float32Array(0), size);
      return () => this.#assign(weights);
    },
  };

  #assign(weights: Float32Array): void {
    const { tf } = this.#backend;
    tf.tidy(() => {
      for (const [k, tensor] of splitParameters(tf, this.variables, weights).entries())
        this.variables[k].assign(tensor);
    });
  }

  /** Uniform between ±√(3 / inputs), biases 0, as in `initialWeights`. */
  #firstWeights(key: number): Float32Array {
    const parts = this.variables.map(({ shape, size }, part) => {
      const limit = shape.length === 2 ? Math.sqrt(3 / shape[0]) : 0;
      const { a, b } = drawKey(key, part, WEIGHTS);
      return Array.from({ length: size }, (_, k) => limit * (2 * uniformDraw(k, a, b) - 1));
    });
    return Float32Array.from(parts.flat());
  }
}
