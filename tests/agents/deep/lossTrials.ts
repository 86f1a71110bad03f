import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import type { TensorOperations } from '../../../agents/deep/backend.ts';
import { actionValueLoss, type ValueTargets } from '../../../agents/deep/losses/actionValueLoss.ts';
import { clippedSurrogate } from '../../../agents/deep/losses/clippedSurrogate.ts';
import type { Loss } from '../../../agents/deep/losses/loss.ts';
import { policyGradient } from '../../../agents/deep/losses/policyGradient.ts';
import { type Decisions, policyLoss } from '../../../agents/deep/losses/policyLoss.ts';
import { squaredErrorLoss } from '../../../agents/deep/losses/squaredErrorLoss.ts';
import type { Network, StepFigures } from '../../../agents/deep/networks/network.ts';
import { qHead } from '../../../agents/deep/networks/qHead.ts';
import { uniforms } from './simd/trials.ts';
import {
  type SlowLoss,
  slowClipped,
  slowGradient,
  slowPolicyLoss,
  slowSquares,
  slowValueLoss,
} from './slowLosses.ts';

/** A loss, and random targets for it. */
export interface LossTrial {
  readonly title: string;
  /** outputs per row */
  readonly width: number;
  /** Targets for so many rows; each stream has its own luck. */
  batch(rows: number, stream: number): LossBatch;
}

/** A loss with its targets, in all its forms. */
export interface LossBatch {
  plain(outputs: Float32Array): { loss: number; gradient: Float32Array };
  tensors(tf: TensorOperations, outputs: Tensor2D): Scalar;
  slow(outputs: ArrayLike<number>): number;
  train(network: Network, inputs: Float32Array, learningRate: number): StepFigures;
}

/** Losses for networks with so many outputs, at least 3, of every kind there is but `squaredErrorLoss`. */
export function lossTrials(width: number): LossTrial[] {
  return [...valueTrials(width), ...policyTrials(width)];
}

/** For networks with one output. */
export const SQUARES: LossTrial = trial('squared error', 1, squaredErrorLoss, slowSquares, (rows, stream) =>
  uniforms(rows, stream, 3),
);

function valueTrials(width: number): LossTrial[] {
  const heads = [qHead(width, false), qHead(width - 1, true)];
  return heads.flatMap((head) =>
    [0.5, 1, 10].map((delta) =>
      trial(
        `${head.duelling ? 'duelling ' : ''}action values, δ = ${delta}`,
        width,
        actionValueLoss(head, delta),
        slowValueLoss(head, delta),
        (rows, stream) => valueTargets(head.actions, rows, stream),
      ),
    ),
  );
}

function policyTrials(width: number): LossTrial[] {
  const surrogates = [
    { name: 'policy gradient', surrogate: policyGradient, slow: slowGradient },
    { name: 'clipped surrogate', surrogate: clippedSurrogate(0.2), slow: slowClipped(0.2) },
  ];
  return surrogates.flatMap(({ name, surrogate, slow }) =>
    [0, 0.3].flatMap((entropy) =>
      [false, true].map((restricted) =>
        trial(
          `${name}${entropy > 0 ? ', entropy' : ''}${restricted ? ', some not available' : ''}`,
          width,
          policyLoss(surrogate, width, entropy),
          slowPolicyLoss(slow, entropy),
          (rows, stream) => decisions(width, rows, stream, restricted),
        ),
      ),
    ),
  );
}

function trial<Targets>(
  title: string,
  width: number,
  loss: Loss<Targets>,
  slow: SlowLoss<Targets>,
  targetsOf: (rows: number, stream: number) => Targets,
): LossTrial {
  const batch = (rows: number, stream: number): LossBatch => {
    const targets = targetsOf(rows, stream);
    return {
      plain(outputs) {
        const gradient = new Float32Array(rows * width).fill(NaN);
        return { loss: loss.plain(outputs, rows, targets, gradient), gradient };
      },
      tensors: (tf, outputs) => loss.tensors(tf, outputs, targets),
      slow: (outputs) => slow(rowsOf(outputs, width), targets),
      train: (network, inputs, rate) => network.train(inputs, rows, loss, targets, rate),
    };
  };
  return { title, width, batch };
}

function rowsOf(numbers: ArrayLike<number>, width: number): number[][] {
  const all = Array.from(numbers);
  return Array.from({ length: all.length / width }, (_, row) => all.slice(row * width, (row + 1) * width));
}

/** Errors on both sides of δ, and one row in four that does not count. The arrays are longer than the batch. */
function valueTargets(actions: number, rows: number, stream: number): ValueTargets {
  const all = rows + 3;
  return {
    actions: choices(actions, all, stream),
    values: uniforms(all, stream + 1, 12),
    weights: uniforms(all, stream + 2, 2).map((weight) => Math.max(0, weight + 1)),
  };
}

/** Ratios within the clip and far beyond, advantages of either sign. The arrays are longer than the batch. */
function decisions(count: number, rows: number, stream: number, restricted: boolean): Decisions {
  const all = rows + 3;
  const actions = choices(count, all, stream);
  const taken = {
    actions,
    advantages: uniforms(all, stream + 1, 2),
    logProbabilities: uniforms(all, stream + 2).map((u) => -1.5 * (u + 1)),
  };
  if (!restricted) return taken;
  const available = Uint8Array.from(uniforms(all * count, stream + 3), (u) => (u > 0 ? 1 : 0));
  for (const [row, action] of actions.entries()) available[row * count + action] = 1;
  return { ...taken, available };
}

function choices(count: number, rows: number, stream: number): Uint8Array {
  return Uint8Array.from(uniforms(rows, stream, 0.5), (u) => Math.floor((u + 0.5) * count));
}
