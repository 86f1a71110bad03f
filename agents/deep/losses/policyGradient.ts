import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { Surrogate } from './policyLoss.ts';

/**
 * −A log π(a|s), whose derivative is the policy gradient.
 *
 * Source: Williams (1992); Sutton and Barto (2018), equation 13.11, without the factor γᵗ.
 */
export const policyGradient: Surrogate = {
  plain: (logProbability, _, advantage) => ({ loss: -advantage * logProbability, slope: -advantage }),
  tensors: (tf, logProbability, { advantages }) => tf.neg(tf.mul(advantages, logProbability)) as Tensor1D,
};
