import { beta } from './distributions/beta.ts';
import { exponential } from './distributions/exponential.ts';
import { gamma } from './distributions/gamma.ts';
import { poisson } from './distributions/poisson.ts';
import { drawSequence } from './drawSequence.ts';
import { uniformDraw } from './keyedDraw.ts';

/** A draw that takes as many uniforms as it needs from a user's birth key and a draw key. */
type Sampler = (birth: number, a: number, b: number, ...parameters: number[]) => number;

/** Samplers by distribution, for kernels and for people who ask why. */
export const samplers = {
  gamma: (birth, a, b, shape, rate) => gamma(drawSequence(birth, a, b), shape, rate),
  beta: (birth, a, b, alpha, betaShape) => beta(drawSequence(birth, a, b), alpha, betaShape),
  poisson: (birth, a, b, mean) => poisson(drawSequence(birth, a, b), mean),
  exponential: (birth, a, b, rate) => exponential(uniformDraw(birth, a, b), rate),
} as const satisfies Readonly<Record<string, Sampler>>;
