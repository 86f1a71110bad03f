import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { TensorOperations } from '../backend.ts';

/** rows × actions; 1 where the action was taken. Sums with it pick values, as gathering has no gradient on WebAssembly. */
export function takenActions(
  tf: TensorOperations,
  actions: Uint8Array,
  [rows, count]: readonly [number, number],
): Tensor2D {
  // TensorFlow.js has no one-hot of a single column.
  if (count === 1) return tf.ones([rows, 1]);
  return tf.oneHot(tf.tensor1d(Int32Array.from(actions.subarray(0, rows)), 'int32'), count) as Tensor2D;
}
