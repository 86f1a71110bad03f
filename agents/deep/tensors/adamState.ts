import type { AdamOptimizer, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Backend } from '../backend.ts';
import type { AdamSettings } from '../networks/network.ts';
import { splitParameters } from './modelVariables.ts';

/*
 * TensorFlow.js gives an optimiser's state away only asynchronously, and an agent is saved between two days. These
 * are the fields that its own getWeights and setWeights use (version 4.22, which package.json pins).
 */
interface AdamFields {
  learningRate: number;
  accBeta1: Variable;
  accBeta2: Variable;
  accumulatedFirstMoment: { originalName: string; variable: Variable }[];
  accumulatedSecondMoment: { originalName: string; variable: Variable }[];
}

const fieldsOf = (optimizer: AdamOptimizer) => optimizer as unknown as AdamFields;

/** A new Adam of TensorFlow.js; the learning rate is set at each step. */
export function adamOf({ tf }: Backend, { beta1, beta2, epsilon }: AdamSettings): AdamOptimizer {
  return tf.train.adam(0, beta1, beta2, epsilon);
}

export function setRate(optimizer: AdamOptimizer, learningRate: number): void {
  fieldsOf(optimizer).learningRate = learningRate;
}

/** The moments of each variable's gradient; none before the first step. */
export function momentsOf(optimizer: AdamOptimizer): { first: Tensor[]; second: Tensor[] } {
  const { accumulatedFirstMoment, accumulatedSecondMoment } = fieldsOf(optimizer);
  return {
    first: accumulatedFirstMoment.map(({ variable }) => variable),
    second: accumulatedSecondMoment.map(({ variable }) => variable),
  };
}

/** Gives a new optimiser the moments of another. */
export function setMoments(
  optimizer: AdamOptimizer,
  { tf }: Backend,
  variables: readonly Variable[],
  { first, second }: { readonly first: Float32Array; readonly second: Float32Array },
): void {
  const fields = fieldsOf(optimizer);
  const kept = (values: Float32Array, name: string) =>
    splitParameters(tf, variables, values).map((tensor, k) => {
      const variable = tf.variable(tensor, false);
      tensor.dispose();
      return { originalName: `${variables[k].name}/${name}`, variable };
    });
  fields.accumulatedFirstMoment = kept(first, 'm');
  fields.accumulatedSecondMoment = kept(second, 'v');
}

/** Sets β₁ᵗ and β₂ᵗ; TensorFlow.js keeps those of the next step. */
export function setPowers(
  optimizer: AdamOptimizer,
  { tf }: Backend,
  { beta1, beta2 }: AdamSettings,
  powers: Float32Array,
): void {
  const { accBeta1, accBeta2 } = fieldsOf(optimizer);
  tf.tidy(() => {
    accBeta1.assign(tf.scalar(Math.fround(powers[0] * Math.fround(beta1))));
    accBeta2.assign(tf.scalar(Math.fround(powers[1] * Math.fround(beta2))));
  });
}
