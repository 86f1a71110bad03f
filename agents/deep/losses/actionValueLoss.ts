import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { TensorOperations } from '../backend.ts';
import { actionValues, type QHead } from '../networks/qHead.ts';
import type { Loss } from './loss.ts';
import { takenActions } from './takenActions.ts';

/** What the values of taken actions should be. */
export interface ValueTargets {
  /** rows; the action whose value is learned */
  readonly actions: Uint8Array;
  /** rows; r + γ V(s′), in the units of the outputs */
  readonly values: Float32Array;
  /** rows; how much each row counts, at most 1 */
  readonly weights: Float32Array;
}

/**
 * Mean of w · H(Q(s, a) − y), H Huber's function: d²/2 up to δ, then δ (|d| − δ/2).
 *
 * Source: Mnih et al. (2015), where δ is 1; weights of Schaul et al. (2016), section 3.4.
 *
 * @param head how outputs become action values
 * @param delta δ, from where on errors count linearly
 */
export function actionValueLoss(head: QHead, delta: number): Loss<ValueTargets> {
  const { actions: count, width } = head;
  const values = new Float64Array(count);
  return {
    plain(outputs, rows, { actions, values: wanted, weights }, gradient) {
      gradient.fill(0, 0, rows * width);
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        actionValues(head, outputs, i * width, values);
        const error = values[actions[i]] - wanted[i];
        const size = Math.abs(error);
        sum += weights[i] * (size <= delta ? (error * error) / 2 : delta * (size - delta / 2));
        const slope = (weights[i] * Math.max(-delta, Math.min(delta, error))) / rows;
        spread(head, gradient, i * width, actions[i], slope);
      }
      return sum / rows;
    },
    tensors(tf, outputs, { actions, values: wanted, weights }) {
      const rows = outputs.shape[0];
      const taken = takenActions(tf, actions, [rows, count]);
      const value = tf.sum(tf.mul(taken, valuesOf(tf, head, outputs)), 1);
      const error = tf.sub(value, tf.tensor1d(wanted.subarray(0, rows)));
      const inner = tf.clipByValue(error, -delta, delta);
      // Huber's function is its inner part squared by half, and straight on from there.
      const huber = tf.add(tf.div(tf.square(inner), 2), tf.mul(tf.sub(tf.abs(error), tf.abs(inner)), delta));
      return tf.mean(tf.mul(tf.tensor1d(weights.subarray(0, rows)), huber));
    },
  };
}

/** The derivative of one action's value by every output of its row, times a slope. */
function spread(
  { actions, duelling }: QHead,
  gradient: Float32Array,
  at: number,
  action: number,
  slope: number,
): void {
  gradient[at + action] = slope;
  if (!duelling) return;
  for (let a = 0; a < actions; a++) gradient[at + a] -= slope / actions;
  gradient[at + actions] = slope;
}

function valuesOf(tf: TensorOperations, { actions, duelling }: QHead, outputs: Tensor2D): Tensor2D {
  if (!duelling) return outputs;
  const advantages = tf.slice2d(outputs, [0, 0], [-1, actions]);
  const value = tf.slice2d(outputs, [0, actions], [-1, 1]);
  return tf.add(value, tf.sub(advantages, tf.mean(advantages, 1, true)));
}
