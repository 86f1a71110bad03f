import { layersOf, type NetworkDescription } from '../../../../agents/deep/networks/description.ts';
import type { AdamSettings } from '../../../../agents/deep/networks/network.ts';

const ACTIVATIONS = {
  relu: { value: (x: number) => Math.max(x, 0), slope: (x: number) => (x > 0 ? 1 : 0) },
  tanh: { value: Math.tanh, slope: (x: number) => 1 - Math.tanh(x) ** 2 },
  linear: { value: (x: number) => x, slope: () => 1 },
};

interface Layer {
  readonly weights: number[][];
  readonly biases: number[];
  readonly activation: keyof typeof ACTIVATIONS;
}

/** The layers of packed parameters, as they are written in textbooks: weights[input][output]. */
function layersFrom(description: NetworkDescription, parameters: ArrayLike<number>): Layer[] {
  const numbers = Array.from(parameters);
  const take = (count: number) => numbers.splice(0, count);
  return layersOf(description).map(({ inputs, outputs, activation }) => ({
    weights: Array.from({ length: inputs }, () => take(outputs)),
    biases: take(outputs),
    activation,
  }));
}

/** What goes into each layer's activation, for one row. */
function sumsOf(layers: readonly Layer[], row: readonly number[]): number[][] {
  const sums: number[][] = [];
  let x = row;
  for (const { weights, biases, activation } of layers) {
    const sum = biases.map((bias, j) => x.reduce((total, value, i) => total + value * weights[i][j], bias));
    sums.push(sum);
    x = sum.map(ACTIVATIONS[activation].value);
  }
  return sums;
}

function rowsOf(numbers: ArrayLike<number>, rows: number, columns: number): number[][] {
  const all = Array.from(numbers);
  return Array.from({ length: rows }, (_, row) => all.slice(row * columns, (row + 1) * columns));
}

/** Outputs of all rows in 64-bit floats, one after the other. */
export function slowForward(
  description: NetworkDescription,
  parameters: ArrayLike<number>,
  inputs: ArrayLike<number>,
  rows: number,
): number[] {
  const layers = layersFrom(description, parameters);
  return rowsOf(inputs, rows, description.inputs).flatMap((row) => sumsOf(layers, row).at(-1)!);
}

/** Backpropagation, row by row: dL/d(parameters) from dL/d(outputs). */
export function slowGradient(
  description: NetworkDescription,
  parameters: ArrayLike<number>,
  inputs: ArrayLike<number>,
  rows: number,
  byOutputs: ArrayLike<number>,
): number[] {
  const layers = layersFrom(description, parameters);
  const gradient = layersFrom(description, new Float64Array(parameters.length));
  const slopes = rowsOf(byOutputs, rows, description.outputs);
  for (const [n, row] of rowsOf(inputs, rows, description.inputs).entries()) {
    const sums = sumsOf(layers, row);
    let delta = slopes[n];
    for (let k = layers.length - 1; k >= 0; k--) {
      const { weights, activation } = layers[k];
      const before = k > 0 ? sums[k - 1].map(ACTIVATIONS[layers[k - 1].activation].value) : row;
      delta = delta.map((d, j) => d * ACTIVATIONS[activation].slope(sums[k][j]));
      for (const [j, d] of delta.entries()) {
        gradient[k].biases[j] += d;
        for (const [i, value] of before.entries()) gradient[k].weights[i][j] += value * d;
      }
      delta = weights.map((outgoing) => outgoing.reduce((sum, weight, j) => sum + weight * delta[j], 0));
    }
  }
  return gradient.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
}

/** Adam in 64-bit floats, by a gradient that is shortened first. */
export class SlowAdam {
  readonly parameters: number[];
  readonly first: number[];
  readonly second: number[];
  steps = 0;

  constructor(
    parameters: ArrayLike<number>,
    private readonly settings: AdamSettings,
  ) {
    this.parameters = Array.from(parameters);
    this.first = this.parameters.map(() => 0);
    this.second = this.parameters.map(() => 0);
  }

  /** Takes one step and returns the length of the gradient. */
  step(gradient: readonly number[], learningRate: number): number {
    const { beta1, beta2, epsilon, maxGradientNorm } = this.settings;
    const norm = Math.hypot(...gradient);
    this.steps++;
    for (const [k, part] of gradient.entries()) {
      const g = norm > maxGradientNorm ? (part * maxGradientNorm) / norm : part;
      this.first[k] = beta1 * this.first[k] + (1 - beta1) * g;
      this.second[k] = beta2 * this.second[k] + (1 - beta2) * g * g;
      const mean = this.first[k] / (1 - beta1 ** this.steps);
      const square = this.second[k] / (1 - beta2 ** this.steps);
      this.parameters[k] -= (learningRate * mean) / (Math.sqrt(square) + epsilon);
    }
    return norm;
  }
}
