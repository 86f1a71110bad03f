import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import type { Backend, TensorOperations } from '../backend.ts';
import type { Encoder } from './encoder.ts';
import type { EventScale } from './eventScale.ts';
import type { HistoryLog } from './historyLog.ts';
import { type MaskedBatch, type MaskPlan, maskedBatch } from './maskedBatch.ts';

export interface PretrainPlan extends MaskPlan {
  /** gradient steps */
  readonly steps: number;
  readonly learningRate: number;
}

/** How well the encoder guesses at the end. */
export interface PretrainFigures {
  /** cross-entropy of masked actions, nats */
  readonly actionLoss: number;
  /** mean squared error of masked changes, in their variances: 1 knows nothing but their mean */
  readonly answerLoss: number;
}

/**
 * Teaches an encoder to guess what was masked in users' days, without rewards: cross-entropy of the action, squared
 * error of the changes.
 *
 * @returns the figures, averaged over the last tenth of the steps
 */
export function pretrain(
  { tf }: Pick<Backend, 'tf'>,
  encoder: Encoder,
  log: HistoryLog,
  scale: EventScale,
  plan: PretrainPlan,
): PretrainFigures {
  const optimizer = tf.train.adam(plan.learningRate);
  const last = Math.ceil(plan.steps / 10);
  const sums = [0, 0];
  for (let step = 0; step < plan.steps; step++) {
    const batch = maskedBatch(log, scale, encoder.shape, plan, step);
    const figures = tf.tidy(() => {
      const parts: Scalar[] = [];
      const { grads } = tf.variableGrads(() => {
        const losses = lossesOf(tf, encoder, batch, plan);
        parts.push(...losses.map((loss) => tf.keep(loss)));
        return tf.add(losses[0], losses[1]) as Scalar;
      }, [...encoder.variables]);
      optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
      const values = parts.map((part) => part.dataSync()[0]);
      tf.dispose(parts);
      return values;
    });
    if (step >= plan.steps - last) for (const k of [0, 1]) sums[k] += figures[k] / last;
  }
  optimizer.dispose();
  return { actionLoss: sums[0], answerLoss: sums[1] };
}

function lossesOf(
  tf: TensorOperations,
  encoder: Encoder,
  batch: MaskedBatch,
  { rows, days }: MaskPlan,
): [Scalar, Scalar] {
  const { width, actions, features } = encoder.shape;
  let memory: Tensor2D = tf.zeros([rows, encoder.units]);
  const memories: Tensor2D[] = [];
  for (let d = 0; d < days; d++) {
    const events = batch.events.subarray(d * rows * width, (d + 1) * rows * width);
    memory = encoder.next(tf.tensor2d(events, [rows, width]), memory);
    memories.push(memory);
  }
  const guesses = encoder.guesses(tf.concat2d(memories, 0));
  const cells = rows * days;
  const logits = tf.slice2d(guesses, [0, 0], [-1, actions]);
  const received = tf.tensor2d(batch.actions, [cells, actions]);
  const surprise = tf.neg(tf.sum(tf.mul(received, tf.logSoftmax(logits)), 1));
  const changes = tf.slice2d(guesses, [0, actions], [-1, features]);
  const error = tf.sub(changes, tf.tensor2d(batch.changes, [cells, features]));
  const distance = tf.mean(tf.square(error), 1);
  return [weighted(tf, surprise, batch.actionWeights), weighted(tf, distance, batch.answerWeights)];
}

/** Mean over what is masked. */
function weighted(
  tf: TensorOperations,
  losses: ReturnType<TensorOperations['neg']>,
  weights: Float32Array,
): Scalar {
  const masked = Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    1,
  );
  return tf.div(tf.sum(tf.mul(losses, tf.tensor1d(weights))), masked);
}
