import type { LayerShape } from '../../agents/deep/networks/description.ts';
import type { AdamSettings } from '../../agents/deep/networks/network.ts';

/** Weights (inputs × outputs, row-major) and biases of a layer, or their gradient. */
export interface LayerNumbers {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** y = activation(x w + b) for rows of x. One number after the other; four columns at a time would take half as long. */
export function denseForward(
  { inputs, outputs, activation }: LayerShape,
  { weights, biases }: LayerNumbers,
  x: Float32Array,
  rows: number,
  y: Float32Array,
): void {
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * inputs, row * outputs];
    for (let j = 0; j < outputs; j++) {
      let sum = biases[j];
      for (let i = 0; i < inputs; i++) sum += x[from + i] * weights[i * outputs + j];
      y[to + j] = sum;
    }
  }
  const count = rows * outputs;
  if (activation === 'relu') for (let k = 0; k < count; k++) y[k] = y[k] > 0 ? y[k] : 0;
  if (activation === 'tanh') for (let k = 0; k < count; k++) y[k] = Math.tanh(y[k]);
}

/** dy *= activation′, by the activation's value y. */
export function activationBackward(
  { activation }: LayerShape,
  y: Float32Array,
  dy: Float32Array,
  count: number,
): void {
  if (activation === 'relu') for (let k = 0; k < count; k++) dy[k] = y[k] > 0 ? dy[k] : 0;
  if (activation === 'tanh') for (let k = 0; k < count; k++) dy[k] *= 1 - y[k] * y[k];
}

/** gradient += that of the weights and biases, by the rows of x and of dL/dy. */
export function weightsBackward(
  { inputs, outputs }: LayerShape,
  x: Float32Array,
  dy: Float32Array,
  rows: number,
  { weights, biases }: LayerNumbers,
): void {
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * inputs, row * outputs];
    for (let j = 0; j < outputs; j++) biases[j] += dy[to + j];
    for (let i = 0; i < inputs; i++) {
      const value = x[from + i];
      const at = i * outputs;
      for (let j = 0; j < outputs; j++) weights[at + j] += value * dy[to + j];
    }
  }
}

/** dx = dy wᵀ. */
export function inputsBackward(
  { inputs, outputs }: LayerShape,
  { weights }: LayerNumbers,
  dy: Float32Array,
  rows: number,
  dx: Float32Array,
): void {
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * inputs, row * outputs];
    for (let i = 0; i < inputs; i++) {
      const at = i * outputs;
      let sum = 0;
      for (let j = 0; j < outputs; j++) sum += dy[to + j] * weights[at + j];
      dx[from + i] = sum;
    }
  }
}

/** A number for each parameter: the parameters themselves, their gradient and its moments. */
export interface Adam {
  readonly parameters: Float32Array;
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** β₁ᵗ and β₂ᵗ */
  readonly powers: Float32Array;
}

/** One step of Adam by a gradient that is shortened first; returns its length before that. */
export function adamStep(
  { parameters, gradient, first, second, powers }: Adam,
  { beta1, beta2, epsilon, maxGradientNorm }: AdamSettings,
  learningRate: number,
): number {
  let squares = 0;
  for (let k = 0; k < gradient.length; k++) squares += gradient[k] * gradient[k];
  const norm = Math.sqrt(squares);
  const scale = Math.min(1, maxGradientNorm / (norm + 1e-6));
  powers[0] *= beta1;
  powers[1] *= beta2;
  const [correction1, correction2] = [1 - powers[0], 1 - powers[1]];
  for (let k = 0; k < gradient.length; k++) {
    const g = gradient[k] * scale;
    first[k] = beta1 * first[k] + (1 - beta1) * g;
    second[k] = beta2 * second[k] + (1 - beta2) * g * g;
    parameters[k] -=
      (learningRate * (first[k] / correction1)) / (Math.sqrt(second[k] / correction2) + epsilon);
  }
  return norm;
}
