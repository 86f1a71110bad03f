import type { Distribution, FunctionName } from './expression.ts';
import type { Aggregate } from './program.ts';

/** How many arguments a function takes and what it means, for errors and for help. */
export interface Signature {
  readonly least: number;
  readonly most: number;
  readonly about: string;
}

/** The closed list of functions; anything else in a formula is an error. */
export const FUNCTIONS: Readonly<Record<FunctionName, Signature>> = {
  logistic: { least: 1, most: 1, about: 'logistic(x) = 1 / (1 + exp(-x))' },
  exp: { least: 1, most: 1, about: 'exp(x), e to the power of x' },
  log: { least: 1, most: 1, about: 'log(x), natural logarithm' },
  sqrt: { least: 1, most: 1, about: 'sqrt(x)' },
  abs: { least: 1, most: 1, about: 'abs(x)' },
  min: { least: 2, most: 16, about: 'min(a, b, …), or min(vector)' },
  max: { least: 2, most: 16, about: 'max(a, b, …), or max(vector)' },
  clamp: { least: 3, most: 3, about: 'clamp(x, lowest, highest)' },
  floor: { least: 1, most: 1, about: 'floor(x), rounds down' },
};

/** The closed list of draws. */
export const DISTRIBUTIONS: Readonly<Record<Distribution, Signature>> = {
  bernoulli: { least: 1, most: 1, about: 'bernoulli(probability), true or false' },
  normal: { least: 2, most: 2, about: 'normal(mean, standard deviation)' },
  lognormal: { least: 2, most: 2, about: 'lognormal(mean, standard deviation), of the logarithm' },
  uniform: {
    least: 2,
    most: 2,
    about: 'uniform(from, to), to is left out; floor(uniform(1, 7)) rolls a die',
  },
  poisson: { least: 1, most: 1, about: 'poisson(mean)' },
  exponential: { least: 1, most: 1, about: 'exponential(rate), with mean 1 / rate' },
  gamma: { least: 2, most: 2, about: 'gamma(shape, rate), with mean shape / rate' },
  beta: { least: 2, most: 2, about: 'beta(a, b), with mean a / (a + b)' },
  categorical: {
    least: 2,
    most: 64,
    about: 'categorical(weight, weight, …), 1 for the first, 2 for the second, …',
  },
};

/** Figures over the users of a product, where one decision is taken for all of them. */
export const AGGREGATES: Readonly<Record<Aggregate['over'], Signature>> = {
  mean: { least: 1, most: 1, about: 'mean(x), over the users who lived the day' },
  share: { least: 1, most: 1, about: 'share(condition), the part of the users who lived the day' },
  total: { least: 1, most: 1, about: 'total(x), the sum over users, for each user at the start' },
};
/** What is made of all elements of vectors: how many vectors it takes, and what it means. */
export const REDUCTIONS = {
  sum: { vectors: 1, about: 'sum(vector), of all its elements' },
  dot: { vectors: 2, about: 'dot(vector, vector), the sum of the products of their elements' },
} as const;

/** The word that stands for an element's place in the formula of a vector. */
export const INDEX = 'index';

/** Names with a fixed meaning in every formula. */
export const BUILTINS = {
  day: 'day of the simulation, 1 on the first day',
  weekday: '1 to 7, Monday to Sunday; where the file has no starts, day 1 is a 1',
  yearday:
    'day of the year, 1 to 366; where the file has no starts, day 1 is a 1 and every year has 365 days',
  tenure: 'days since this user came, today included',
  stage: 'lifecycle stage; compare it with a stage name',
  segment: 'segment; compare it with a segment name',
  channel: 'how this user came: founders, a channel or referral; compare it, or read channel.cost',
  action: 'the action taken today; compare it with an action name, or read action.<attribute>',
} as const;

export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

export function isAggregate(name: string): name is Aggregate['over'] {
  return Object.hasOwn(AGGREGATES, name);
}

export function isReduction(name: string): name is keyof typeof REDUCTIONS {
  return Object.hasOwn(REDUCTIONS, name);
}

export function isDistribution(name: string): name is Distribution {
  return Object.hasOwn(DISTRIBUTIONS, name);
}
