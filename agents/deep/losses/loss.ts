import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import type { TensorOperations } from '../backend.ts';

/**
 * A loss in both forms: as plain arithmetic with its derivative written out, for the engine that has no automatic
 * differentiation, and as tensor operations. The tests hold them together.
 */
export interface Loss<Targets> {
  /**
   * Mean loss of the rows, and its derivative by every output.
   *
   * @param outputs rows × outputs, row-major
   * @param gradient rows × outputs; gets the derivative; everything in it is overwritten
   */
  plain(outputs: Float32Array, rows: number, targets: Targets, gradient: Float32Array): number;
  /** The same mean loss from tensors; `outputs` has shape [rows, outputs]. */
  tensors(tf: TensorOperations, outputs: Tensor2D, targets: Targets): Scalar;
}
