import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Sequential } from '@tensorflow/tfjs-layers';
import type { TensorOperations } from '../backend.ts';

/** The trainable variables of a model, layer by layer: weights, then biases. */
export function variablesOf(model: Pick<Sequential, 'trainableWeights'>): Variable[] {
  // The layer's wrapper keeps the variable it trains to itself.
  return model.trainableWeights.map((weight) => (weight as unknown as { val: Variable }).val);
}

/** Cuts a row of numbers into tensors of the shapes of some variables. */
export function splitParameters(
  tf: TensorOperations,
  variables: readonly Variable[],
  parameters: Float32Array,
): Tensor[] {
  let at = 0;
  // Copies, as the cpu backend keeps the arrays themselves.
  return variables.map(({ shape, size }) => tf.tensor(parameters.slice(at, (at += size)), shape));
}
