import { exp, logistic } from '../random/exp.ts';
import { log } from '../random/log.ts';
import type { FunctionName } from './expression.ts';

/** The functions of the language on plain numbers, as the explaining reading evaluates them. */
export const plainFunctions: Readonly<Record<FunctionName, (...values: number[]) => number>> = {
  logistic: (x) => logistic(Number(x)),
  exp: (x) => exp(Number(x)),
  log: (x) => log(Number(x)),
  sqrt: Math.sqrt,
  abs: Math.abs,
  min: Math.min,
  max: Math.max,
  clamp: (x, lowest, highest) => Math.min(Math.max(x, lowest), highest),
  floor: Math.floor,
};
