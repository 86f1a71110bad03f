import { log } from '../log.ts';

/** Half of 2⁻²⁴: moves a uniform from [0, 1) to the middle of its step, symmetric about ½. */
export const HALF_STEP = 2 ** -25;

/** Coefficients of the central region, shared with the printed kernels. */
export const CENTRAL = {
  half: 0.425,
  offset: 0.180625,
  numerator: [3.3871327179, 50.434271938, 159.29113202, 59.10937472],
  denominator: [1, 17.895169469, 78.757757664, 67.1875636],
} as const;

const NEAR_TAIL = {
  numerator: [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103],
  denominator: [1, 0.7370016425, 0.12021132975],
} as const;

const FAR_TAIL = {
  numerator: [6.657905115, 3.081226386, 0.42868294337, 0.017337203997],
  denominator: [1, 0.24197894225, 0.012258202635],
} as const;

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  return sum;
}

/** The quantile outside 0.075 … 0.925. */
export function normalTail(p: number): number {
  const r = Math.sqrt(-log(p < 0.5 ? p : 1 - p));
  const { numerator, denominator } = r <= 5 ? NEAR_TAIL : FAR_TAIL;
  const t = r <= 5 ? r - 1.6 : r - 5;
  const z = polynomial(numerator, t) / polynomial(denominator, t);
  return p < 0.5 ? -z : z;
}

/**
 * Quantile of the standard normal distribution, to 1.2e-7 relative.
 *
 * Source: Wichura (1988), algorithm AS 241 (PPND7), Applied Statistics 37(3).
 *
 * @param p probability, strictly between 0 and 1
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) > CENTRAL.half) return normalTail(p);
  const r = CENTRAL.offset - q * q;
  return (q * polynomial(CENTRAL.numerator, r)) / polynomial(CENTRAL.denominator, r);
}

/** A standard normal from one uniform in [0, 1) by inversion; monotone in it, and within ±5.42. */
export function standardNormal(u: number): number {
  return normalQuantile(u + HALF_STEP);
}
