import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { log } from '../../../environments/random/log.ts';
import type { TensorOperations } from '../backend.ts';
import { entropyOf, softmax, UNAVAILABLE } from '../policies/softmax.ts';
import type { Loss } from './loss.ts';
import { takenActions } from './takenActions.ts';

/** Decisions that were taken, and how well they turned out. */
export interface Decisions {
  /** rows */
  readonly actions: Uint8Array;
  /** rows; how much better than expected */
  readonly advantages: Float32Array;
  /** rows; log probability of the action when it was taken */
  readonly logProbabilities: Float32Array;
  /** rows × actions; what was available; everything where it is absent */
  readonly available?: Uint8Array;
}

/** How a decision's share of the loss follows from log π(a|s): its value and its derivative. */
export interface Surrogate {
  /** @returns share of the loss */
  plain(logProbability: number, before: number, advantage: number): { loss: number; slope: number };
  /** the same for all rows */
  tensors(
    tf: TensorOperations,
    logProbability: Tensor1D,
    decisions: { readonly before: Tensor1D; readonly advantages: Tensor1D },
  ): Tensor1D;
}

/**
 * Mean over the rows of the surrogate of log π(a|s), less the entropy of π(·|s) times its weight. The outputs are
 * logits.
 *
 * @param count number of actions
 * @param entropyWeight per nat
 */
export function policyLoss(surrogate: Surrogate, count: number, entropyWeight: number): Loss<Decisions> {
  const p = new Float64Array(count);
  return {
    plain(outputs, rows, { actions, advantages, logProbabilities, available }, gradient) {
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        const at = i * count;
        const normaliser = softmax(outputs, at, p, available, at);
        const logProbability = outputs[at + actions[i]] - normaliser;
        const { loss, slope } = surrogate.plain(logProbability, logProbabilities[i], advantages[i]);
        const entropy = entropyWeight === 0 ? 0 : entropyOf(p);
        sum += loss - entropyWeight * entropy;
        for (let a = 0; a < count; a++) {
          const bonus = entropyWeight === 0 || p[a] === 0 ? 0 : entropyWeight * p[a] * (log(p[a]) + entropy);
          gradient[at + a] = (slope * ((a === actions[i] ? 1 : 0) - p[a]) + bonus) / rows;
        }
      }
      return sum / rows;
    },
    tensors(tf, outputs, decisions) {
      const rows = outputs.shape[0];
      const logs = tf.logSoftmax(masked(tf, outputs, decisions.available)) as Tensor2D;
      const taken = takenActions(tf, decisions.actions, [rows, count]);
      const logProbability = tf.sum(tf.mul(taken, logs), 1) as Tensor1D;
      const before = tf.tensor1d(decisions.logProbabilities.subarray(0, rows));
      const advantages = tf.tensor1d(decisions.advantages.subarray(0, rows));
      const loss = tf.mean(surrogate.tensors(tf, logProbability, { before, advantages }));
      const entropy = tf.neg(tf.mean(tf.sum(tf.mul(tf.exp(logs), logs), 1)));
      return tf.sub(loss, tf.mul(entropy, entropyWeight));
    },
  };
}

function masked(tf: TensorOperations, outputs: Tensor2D, available: Uint8Array | undefined): Tensor2D {
  if (!available) return outputs;
  const [rows, count] = outputs.shape;
  const mask = tf.tensor2d(available.subarray(0, rows * count), [rows, count], 'bool');
  return tf.where(mask, outputs, tf.fill([rows, count], UNAVAILABLE));
}
