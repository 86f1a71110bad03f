import { standardNormal } from '../random/distributions/normal.ts';
import { exp } from '../random/exp.ts';
import { samplers } from '../random/samplers.ts';
import type { Distribution } from './expression.ts';

/** What a formula gives: conditions stay conditions. */
export type Value = number | boolean;

/** What decides one draw of a user. */
export interface Luck {
  readonly birth: number;
  readonly a: number;
  readonly b: number;
  readonly uniform: number;
}

/** The draws of the language on plain numbers, as the explaining reading makes them. */
export const plainDraws: Readonly<Record<Distribution, (luck: Luck, args: readonly number[]) => Value>> = {
  bernoulli: ({ uniform }, [p]) => uniform < p,
  normal: ({ uniform }, [mean, deviation]) => mean + deviation * standardNormal(uniform),
  lognormal: ({ uniform }, [mean, deviation]) => exp(mean + deviation * standardNormal(uniform)),
  uniform: ({ uniform }, [from, to]) => from + (to - from) * uniform,
  categorical: ({ uniform }, weights) => categorical(uniform, weights),
  poisson: ({ birth, a, b }, [mean]) => samplers.poisson(birth, a, b, mean),
  exponential: ({ birth, a, b }, [rate]) => samplers.exponential(birth, a, b, rate),
  gamma: ({ birth, a, b }, [shape, rate]) => samplers.gamma(birth, a, b, shape, rate),
  beta: ({ birth, a, b }, [alpha, betaShape]) => samplers.beta(birth, a, b, alpha, betaShape),
};

function categorical(uniform: number, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += Math.max(weight, 0);
  let sum = 0;
  const index = weights.findIndex((weight) => uniform * total < (sum += Math.max(weight, 0)));
  return index < 0 ? weights.length : index + 1;
}
