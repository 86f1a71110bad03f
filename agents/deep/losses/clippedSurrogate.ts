import type { Tensor1D } from '@tensorflow/tfjs-core';
import { exp } from '../../../environments/random/exp.ts';
import type { Surrogate } from './policyLoss.ts';

/**
 * −min(ρ A, clip(ρ, 1 − ε, 1 + ε) A) with ρ = π(a|s) / π_old(a|s): nothing is gained by moving a probability further
 * than ε from where it was.
 *
 * Source: Schulman et al. (2017), equation 7.
 *
 * @param clip ε
 */
export function clippedSurrogate(clip: number): Surrogate {
  return {
    plain(logProbability, before, advantage) {
      const ratio = exp(logProbability - before);
      const clipped = Math.min(Math.max(ratio, 1 - clip), 1 + clip);
      const free = ratio * advantage <= clipped * advantage;
      return free
        ? { loss: -ratio * advantage, slope: -ratio * advantage }
        : { loss: -clipped * advantage, slope: 0 };
    },
    tensors(tf, logProbability, { before, advantages }) {
      const ratio = tf.exp(tf.sub(logProbability, before));
      const clipped = tf.clipByValue(ratio, 1 - clip, 1 + clip);
      return tf.neg(tf.minimum(tf.mul(ratio, advantages), tf.mul(clipped, advantages))) as Tensor1D;
    },
  };
}
