import { type LayerShape, layersOf, type NetworkDescription } from '../networks/description.ts';

/** A layer with zeros around: columns of inputs to a multiple of 4, outputs to a multiple of 8. */
export interface PaddedLayer extends LayerShape {
  readonly paddedInputs: number;
  readonly paddedOutputs: number;
  /** where its weights (paddedInputs × paddedOutputs, row-major) and its biases begin, in floats */
  readonly weights: number;
  readonly biases: number;
}

/** How the parameters of a network, and whatever there is one of for each parameter, lie in memory. */
export interface PaddedLayout {
  readonly layers: readonly PaddedLayer[];
  /** floats of all layers, with the zeros */
  readonly length: number;
}

/** The next multiple of a power of two. */
export function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}

/** Lays out the layers of a description one after the other; each layer's inputs are the outputs before it. */
export function paddedLayout(description: NetworkDescription): PaddedLayout {
  const layers: PaddedLayer[] = [];
  let length = 0;
  let paddedInputs = roundUp(description.inputs, 4);
  for (const layer of layersOf(description)) {
    const paddedOutputs = roundUp(layer.outputs, 8);
    const biases = length + paddedInputs * paddedOutputs;
    layers.push({ ...layer, paddedInputs, paddedOutputs, weights: length, biases });
    length = biases + paddedOutputs;
    paddedInputs = paddedOutputs;
  }
  return { layers, length };
}

/** Writes packed parameters (the order of `NetworkState`) into a padded region, with zeros everywhere else. */
export function padParameters({ layers }: PaddedLayout, packed: Float32Array, padded: Float32Array): void {
  let at = 0;
  padded.fill(0);
  for (const layer of layers)
    for (const start of rowStarts(layer)) {
      padded.set(packed.subarray(at, at + layer.outputs), start);
      at += layer.outputs;
    }
}

/** Reads parameters from a padded region, packed in the order of `NetworkState`. */
export function packParameters({ layers }: PaddedLayout, padded: Float32Array, packed: Float32Array): void {
  let at = 0;
  for (const layer of layers)
    for (const start of rowStarts(layer)) {
      packed.set(padded.subarray(start, start + layer.outputs), at);
      at += layer.outputs;
    }
}

/** Where each row of a layer's weights begins, then its biases. */
function rowStarts({ inputs, paddedOutputs, weights, biases }: PaddedLayer): number[] {
  return [...Array.from({ length: inputs }, (_, i) => weights + i * paddedOutputs), biases];
}
