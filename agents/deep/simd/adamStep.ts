import type { AdamSettings } from '../networks/network.ts';
import type { LaidOutNetwork } from './passes.ts';

/**
 * One step of Adam along the gradient in memory. A gradient that is longer than `maxGradientNorm` is shortened first,
 * by min(1, maxGradientNorm / (length + 1e-6)), as in PyTorch's clip_grad_norm_.
 *
 * @param powers β₁ and β₂ to the power of the steps so far; counts this one as well
 * @returns the length of the gradient over all parameters, before it was shortened
 */
export function adamStep(
  { kernel, memory, layout }: LaidOutNetwork,
  { beta1, beta2, epsilon, maxGradientNorm }: AdamSettings,
  powers: Float32Array,
  learningRate: number,
): number {
  const norm = Math.sqrt(kernel.squaredNorm(memory.gradient, layout.length));
  const scale = Math.min(1, maxGradientNorm / (norm + 1e-6));
  // Rounded to 32 bits like the powers of TensorFlow.js, so that both correct the moments alike.
  powers[0] *= Math.fround(beta1);
  powers[1] *= Math.fround(beta2);
  const { parameters, gradient, first, second } = memory;
  const settings = [learningRate, beta1, beta2, epsilon, 1 - powers[0], 1 - powers[1], scale] as const;
  kernel.adam(parameters, gradient, first, second, layout.length, ...settings);
  return norm;
}
