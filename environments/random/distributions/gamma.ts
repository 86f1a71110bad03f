import { exp } from '../exp.ts';
import { log } from '../log.ts';
import { HALF_STEP, standardNormal } from './normal.ts';

/** Beyond this the acceptance test loses its digits. */
const LARGEST_SHAPE = 1e12;

/** Log of a Gamma(shape ≥ 1, rate 1) variable. */
function logGammaAtLeastOne(next: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(next());
    const root = 1 + c * x;
    const u = next() + HALF_STEP;
    if (root <= 0) continue;
    const v = root * root * root;
    if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) return log(d * v);
  }
}

/**
 * Log of a Gamma(shape, rate 1) variable. In logs, because with a small shape most of the mass lies below the
 * smallest double.
 *
 * Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26(3); below
 * shape 1 by G(a) = G(a + 1) · U^(1/a), their section 6.
 *
 * @param next gives uniforms in [0, 1)
 * @param shape between 0 and 10¹²; otherwise the result is NaN
 */
export function logGamma(next: () => number, shape: number): number {
  if (!(shape > 0 && shape <= LARGEST_SHAPE)) return Number.NaN;
  if (shape >= 1) return logGammaAtLeastOne(next, shape);
  const boosted = logGammaAtLeastOne(next, shape + 1);
  return boosted + log(next() + HALF_STEP) / shape;
}

/**
 * A gamma variable with mean shape / rate and variance shape / rate².
 *
 * @param next gives uniforms in [0, 1)
 * @param shape > 0; otherwise the result is NaN
 * @param rate > 0; otherwise the result is NaN
 */
export function gamma(next: () => number, shape: number, rate: number): number {
  return rate > 0 ? exp(logGamma(next, shape)) / rate : Number.NaN;
}
