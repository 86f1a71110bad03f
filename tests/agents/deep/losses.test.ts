import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend, type TensorOperations } from '../../../agents/deep/backend.ts';
import { type LossBatch, type LossTrial, lossTrials, SQUARES } from './lossTrials.ts';
import { expectClose, uniforms } from './simd/trials.ts';

const TRIALS = [...lossTrials(5), ...lossTrials(3), SQUARES].map(
  (trial) => [`${trial.title}, ${trial.width} outputs`, trial] as const,
);

interface Case {
  readonly batch: LossBatch;
  readonly outputs: Float32Array;
  readonly rows: number;
}

/** Batches of several sizes; outputs of the size that networks begin with, and far out. */
function casesOf({ width, batch }: LossTrial): Case[] {
  return [1, 7, 32].flatMap((rows, k) =>
    [1, 20].map((size) => ({
      rows,
      batch: batch(rows, 100 * k + size),
      outputs: uniforms(rows * width, 100 * k + size + 50, size),
    })),
  );
}

/** The derivative by every output, by central differences. */
function differences({ batch, outputs }: Case): number[] {
  const at = (k: number, shift: number) =>
    batch.slow(Float64Array.from(outputs, (value, other) => (other === k ? value + shift : value)));
  return Array.from(outputs, (_, k) => (at(k, 1e-5) - at(k, -1e-5)) / 2e-5);
}

function byTensors(tf: TensorOperations, { batch, outputs, rows }: Case) {
  const before = tf.memory().numTensors;
  const result = tf.tidy(() => {
    const x = tf.tensor2d(outputs, [rows, outputs.length / rows]);
    const { value, grad } = tf.valueAndGrad((y) => batch.tensors(tf, y as typeof x))(x);
    return { loss: value.dataSync()[0], gradient: grad.dataSync<'float32'>().slice() };
  });
  expect(tf.memory().numTensors).toBe(before);
  return result;
}

describe('plain()', () => {
  it.each(TRIALS)('%s: the loss is what the formula says', (_, trial) => {
    for (const { batch, outputs } of casesOf(trial))
      expectClose([batch.plain(outputs).loss], [batch.slow(outputs)], 1e-5);
  });

  it.each(TRIALS)('%s: the gradient is that of finite differences', (_, trial) => {
    for (const one of casesOf(trial)) {
      const wanted = differences(one);
      // What is small beside the rest may have lost digits in 32 bits.
      const unit = Math.max(...wanted.map(Math.abs), 1e-3);
      const inUnits = (numbers: ArrayLike<number>) => Array.from(numbers, (value) => value / unit);
      expectClose(inUnits(one.batch.plain(one.outputs).gradient), inUnits(wanted), 1e-5);
    }
  });

  it.each(TRIALS)('%s: the trial has gradients that are not 0', (_, trial) => {
    const gradients = casesOf(trial).flatMap(({ batch, outputs }) => [...batch.plain(outputs).gradient]);
    const moving = gradients.filter((value) => Math.abs(value) > 1e-3);
    expect(moving.length / gradients.length).toBeGreaterThan(0.1);
  });
});

describe.each(['wasm', 'cpu'] as const)('tensors() on %s', (backend) => {
  let tf: TensorOperations;
  beforeAll(async () => {
    ({ tf } = await openBackend(backend));
  });

  it.each(TRIALS)('%s: loss and gradient are those of plain()', (_, trial) => {
    expect(tf.getBackend()).toBe(backend);
    for (const one of casesOf(trial)) {
      const plain = one.batch.plain(one.outputs);
      const { loss, gradient } = byTensors(tf, one);
      expectClose([loss], [plain.loss], 1e-5);
      expectClose(gradient, plain.gradient, 1e-5);
    }
  });
});
