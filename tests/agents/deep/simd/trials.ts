import { expect } from 'vitest';
import type { Loss } from '../../../../agents/deep/losses/loss.ts';
import { type NetworkDescription, parameterCount } from '../../../../agents/deep/networks/description.ts';
import type { AdamSettings } from '../../../../agents/deep/networks/network.ts';
import { drawKey, uniformDraw } from '../../../../environments/random/keyedDraw.ts';

/** ε is large, so that where it stands matters. */
export const ADAM: AdamSettings = { beta1: 0.9, beta2: 0.99, epsilon: 0.01, maxGradientNorm: Infinity };

/** Sizes that fill no tile, sizes that fill all, no hidden layer, one input and output, and a wide layer. */
export const SHAPES: readonly (readonly [inputs: number, hidden: readonly number[], outputs: number])[] = [
  [3, [5, 7], 2],
  [4, [8, 16], 8],
  [3, [], 2],
  [1, [1], 1],
  [13, [70], 9],
];

/** A description with both activations for each shape. */
export const DESCRIPTIONS: readonly NetworkDescription[] = SHAPES.flatMap(([inputs, hidden, outputs]) =>
  (['relu', 'tanh'] as const).map((activation) => ({ inputs, hidden, activation, outputs, outputGain: 1 })),
);

/** A name for a test. */
export function titleOf({ inputs, hidden, activation, outputs }: NetworkDescription): string {
  return `${[inputs, ...hidden, outputs].join('→')} ${activation}`;
}

/** So many numbers, uniform between ±size. */
export function uniforms(count: number, stream: number, size = 1): Float32Array {
  const { a, b } = drawKey(stream, 0, 0);
  return Float32Array.from({ length: count }, (_, k) => size * (2 * uniformDraw(k, a, b) - 1));
}

/** Weights and biases of a network, biases as well not 0. */
export function parametersOf(description: NetworkDescription): Float32Array {
  return uniforms(parameterCount(description), 7, 0.7);
}

/** Mean over the rows of Σ (output − target)² / 2. */
export const squares: Loss<Float32Array> = {
  plain(outputs, rows, targets, gradient) {
    for (const [k, output] of outputs.entries()) gradient[k] = (output - targets[k]) / rows;
    return meanSquare(outputs, targets, rows);
  },
  tensors() {
    throw new Error('not used here');
  },
};

/** The value of `squares`, from numbers of any kind. */
export function meanSquare(outputs: ArrayLike<number>, targets: ArrayLike<number>, rows: number): number {
  return Array.from(outputs).reduce((sum, output, k) => sum + (output - targets[k]) ** 2 / 2, 0) / rows;
}

/**
 * Holds that two lists have the same length and differ nowhere by more than the tolerance, for numbers beyond 1 as a
 * share of the number; NaN is never close.
 */
export function expectClose(actual: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(wanted.length);
  const far = Array.from(wanted, (value, k) => ({ k, value, actual: actual[k] })).filter(
    (one) => !(Math.abs(one.actual - one.value) <= tolerance * Math.max(1, Math.abs(one.value))),
  );
  expect(far).toEqual([]);
}
