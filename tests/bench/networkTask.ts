import { clippedSurrogate } from '../../agents/deep/losses/clippedSurrogate.ts';
import { type Decisions, policyLoss } from '../../agents/deep/losses/policyLoss.ts';
import type { NetworkDescription } from '../../agents/deep/networks/description.ts';
import type { AdamSettings } from '../../agents/deep/networks/network.ts';
import { drawKey, uniformDraw } from '../../environments/random/keyedDraw.ts';

/** The network that is measured: a policy over five actions. */
export const MEASURED: NetworkDescription = {
  inputs: 16,
  hidden: [64, 64],
  activation: 'relu',
  outputs: 5,
  outputGain: 0.01,
};

export const ADAM: AdamSettings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: 0.5 };

/** PPO's loss on the softmax of the outputs. */
export const LOSS = policyLoss(clippedSurrogate(0.2), MEASURED.outputs, 0.01);

/** So many rows of inputs, uniform between ±2. */
export function rowsOf({ inputs }: NetworkDescription, rows: number): Float32Array {
  return uniforms(rows * inputs, 0).map((u) => 4 * u - 2);
}

/** Decisions for so many rows; each stream has its own. They were taken by a policy that was nearly uniform. */
export function decisionsOf(rows: number, stream: number): Decisions {
  return {
    actions: Uint8Array.from(uniforms(rows, 3 * stream + 1), (u) => Math.floor(u * MEASURED.outputs)),
    advantages: uniforms(rows, 3 * stream + 2).map((u) => 3 * u - 1.5),
    logProbabilities: uniforms(rows, 3 * stream + 3).map((u) => u / 4 - 1.7),
  };
}

function uniforms(count: number, stream: number): Float32Array {
  const { a, b } = drawKey(stream, 0, 0);
  return Float32Array.from({ length: count }, (_, k) => uniformDraw(k, a, b));
}
