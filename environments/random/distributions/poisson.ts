import { exp } from '../exp.ts';
import { log } from '../log.ts';

/** From this mean on, inversion would take too many steps. */
const INVERSION_LIMIT = 10;

/** Beyond this the acceptance test loses its digits. */
const LARGEST_MEAN = 1e9;

/** log k! by Stirling's series with four terms; exact products below 10. */
export function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return log(product);
  }
  const n = k + 1;
  const s = 1 / (n * n);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s / 1680))) / n;
  return (n - 0.5) * log(n) - n + 0.9189385332046727 + series;
}

function byInversion(u: number, mean: number): number {
  let probability = exp(-mean);
  let k = 0;
  let rest = u;
  while (rest >= probability && k < 200) {
    rest -= probability;
    k++;
    probability *= mean / k;
  }
  return k;
}

function byTransformedRejection(next: () => number, mean: number): number {
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = next() - 0.5;
    const v = next() + 2 ** -25;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const bound = k * logMean - mean - logFactorial(k);
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

/**
 * A Poisson count. Below a mean of 10 by sequential inversion of one uniform, above by transformed rejection.
 *
 * Source: Hörmann (1993), "The transformed rejection method for generating Poisson random variables", algorithm
 * PTRS.
 *
 * @param next gives uniforms in [0, 1)
 * @param mean up to 10⁹; 0 or less gives 0, anything else NaN
 */
export function poisson(next: () => number, mean: number): number {
  if (!(mean <= LARGEST_MEAN)) return Number.NaN;
  if (mean <= 0) return 0;
  return mean < INVERSION_LIMIT ? byInversion(next(), mean) : byTransformedRejection(next, mean);
}
