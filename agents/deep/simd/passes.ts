import { ACTIVATION_KINDS, type Kernel } from './kernel.ts';
import type { NetworkMemory } from './networkMemory.ts';
import { type PaddedLayer, type PaddedLayout, roundUp } from './paddedLayout.ts';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** A network in the memory of its own kernel. */
export interface LaidOutNetwork {
  readonly kernel: Kernel;
  readonly layout: PaddedLayout;
  readonly memory: NetworkMemory;
}

/** From the rows of inputs in memory to the outputs of every layer; `rows` is a multiple of 4. */
export function forwardPass({ kernel, layout, memory }: LaidOutNetwork, rows: number): void {
  const { parameters, activations } = memory;
  for (const [k, layer] of layout.layers.entries()) {
    const { paddedInputs, paddedOutputs, activation } = layer;
    const { weights, biases } = addresses(layer, parameters);
    kernel.dense(activations[k], weights, biases, activations[k + 1], rows, paddedInputs, paddedOutputs);
    if (activation !== 'linear')
      kernel.activate(activations[k + 1], rows * paddedOutputs, ACTIVATION_KINDS[activation]);
  }
}

/**
 * From dL/d(outputs) in the first of the memory's derivatives to dL/d(parameters), after a forward pass of the same
 * rows: backpropagation. Rows beyond `rows`, up to a multiple of 4, count for nothing.
 */
export function backwardPass({ kernel, layout, memory }: LaidOutNetwork, rows: number): void {
  const { parameters, gradient, transposed, activations } = memory;
  const filled = roundUp(rows, 4);
  let [dy, dx] = memory.derivatives;
  memory.floats(gradient, layout.length).fill(0);
  for (const [k, layer] of [...layout.layers.entries()].reverse()) {
    const { paddedInputs, paddedOutputs, activation } = layer;
    if (activation !== 'linear') {
      const count = filled * paddedOutputs;
      kernel.activationGradient(activations[k + 1], dy, count, ACTIVATION_KINDS[activation]);
    }
    const { weights, biases } = addresses(layer, gradient);
    kernel.weightGradient(activations[k], dy, weights, biases, rows, paddedInputs, paddedOutputs);
    if (k === 0) return;
    kernel.transpose(addresses(layer, parameters).weights, transposed, paddedInputs, paddedOutputs);
    kernel.dense(dy, transposed, 0, dx, filled, paddedOutputs, paddedInputs);
    [dy, dx] = [dx, dy];
  }
}

/** A layer's weights and biases in one of the memory's regions, in bytes. */
function addresses({ weights, biases }: PaddedLayer, region: number): { weights: number; biases: number } {
  return { weights: region + weights * BYTES, biases: region + biases * BYTES };
}
