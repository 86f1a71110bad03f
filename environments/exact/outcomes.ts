import { exp } from '../random/exp.ts';
import type { Distribution } from '../scenario/expression.ts';
import { TooManyBranches } from './branching.ts';

/** What a draw with finitely many outcomes can come to. */
export interface Outcomes {
  readonly values: readonly number[];
  /** of each value; they add up to 1 */
  readonly probabilities: readonly number[];
}

/** Values that floor(uniform(from, to)) may have at most. */
const MOST_OUTCOMES = 100_000;

const YES_NO = [1, 0];

/** true (1) or false (0). A probability below 0 counts as 0, above 1 as 1, as when it is drawn. */
export function bernoulliOutcomes(probability: number): Outcomes {
  const p = Math.min(Math.max(probability, 0), 1);
  return { values: YES_NO, probabilities: Number.isNaN(p) ? [0, 1] : [p, 1 - p] };
}

/** 1 for the first weight, 2 for the second, …; weights below 0 count as 0. */
export function categoricalOutcomes(weights: readonly number[]): Outcomes {
  const positive = weights.map((weight) => Math.max(weight, 0));
  const total = positive.reduce((sum, weight) => sum + weight, 0);
  const values = weights.map((_, k) => k + 1);
  if (total > 0) return { values, probabilities: positive.map((weight) => weight / total) };
  return { values, probabilities: values.map((value) => (value === weights.length ? 1 : 0)) };
}

/** floor(uniform(from, to)). @throws TooManyBranches */
export function dieOutcomes(from: number, to: number): Outcomes {
  const [low, high] = from <= to ? [from, to] : [to, from];
  if (!(high - low <= MOST_OUTCOMES)) throw new TooManyBranches();
  if (low === high) return { values: [Math.floor(low)], probabilities: [1] };
  const values: number[] = [];
  const probabilities: number[] = [];
  for (let k = Math.floor(low); k < high; k++) {
    values.push(k);
    probabilities.push((Math.min(k + 1, high) - Math.max(k, low)) / (high - low));
  }
  return { values, probabilities };
}

/** Probability that a number drawn evenly between two others lies below a third. */
export function shareBelow(threshold: number, from: number, to: number): number {
  if (from === to) return from < threshold ? 1 : 0;
  const part = Math.min(Math.max((threshold - from) / (to - from), 0), 1);
  return to > from ? part : 1 - part;
}

/** Larger means than this have no outcome whose probability 64 bits hold. */
const LARGEST_CAPPED_MEAN = 700;

/** min(poisson(mean), cap). @throws TooManyBranches */
export function cappedOutcomes(mean: number, cap: number): Outcomes {
  if (!(cap <= MOST_OUTCOMES && mean <= LARGEST_CAPPED_MEAN)) throw new TooManyBranches();
  const values: number[] = [];
  const probabilities: number[] = [];
  let left = 1;
  let probability = exp(-Math.max(mean, 0));
  for (let k = 0; k < cap; k++) {
    values.push(k);
    probabilities.push(Math.min(probability, left));
    left -= probabilities[k];
    probability *= Math.max(mean, 0) / (k + 1);
  }
  return { values: [...values, cap], probabilities: [...probabilities, left] };
}

/** A Poisson draw with a larger mean is not a number. */
const LARGEST_MEAN = 1e9;

/** Means of the draws with endlessly many outcomes; NaN where the draw itself is. */
export const MEANS: Readonly<
  Record<Exclude<Distribution, 'bernoulli' | 'categorical'>, (...args: number[]) => number>
> = {
  normal: (mean) => mean,
  lognormal: (mean, deviation) => exp(mean + (deviation * deviation) / 2),
  uniform: (from, to) => (from + to) / 2,
  poisson: (mean) => (mean <= LARGEST_MEAN ? Math.max(mean, 0) : Number.NaN),
  exponential: (rate) => 1 / rate,
  gamma: (shape, rate) => (shape > 0 && rate > 0 ? shape / rate : Number.NaN),
  beta: (a, b) => (a > 0 && b > 0 ? a / (a + b) : Number.NaN),
};
