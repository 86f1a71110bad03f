import jstat from 'jstat';

/**
 * Quantile of Student's t distribution.
 *
 * @param probability between 0 and 1
 * @param degrees degrees of freedom, > 0
 * @example studentTQuantile(0.975, 4) // 2.776445
 */
export function studentTQuantile(probability: number, degrees: number): number {
  return jstat.studentt.inv(probability, degrees);
}
