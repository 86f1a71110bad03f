import { exp } from '../exp.ts';
import { logGamma } from './gamma.ts';

/**
 * A beta variable with mean a / (a + b), as the ratio X / (X + Y) of two gamma variables, formed in logs.
 *
 * Source: Devroye (1986), "Non-uniform random variate generation", section IX.4.1.
 *
 * @param next gives uniforms in [0, 1)
 * @param a > 0; otherwise the result is NaN
 * @param b > 0; otherwise the result is NaN
 */
export function beta(next: () => number, a: number, b: number): number {
  const logX = logGamma(next, a);
  const logY = logGamma(next, b);
  return 1 / (1 + exp(logY - logX));
}
