import type { Evaluation } from '../experiment/evaluate.ts';

/**
 * One metric of every user of an evaluation.
 *
 * @throws RangeError if it has no such metric
 */
export function metricOf({ metrics }: Pick<Evaluation, 'metrics'>, name: string): Float64Array {
  const found = metrics.find((metric) => metric.name === name);
  if (!found)
    throw new RangeError(`there is no metric "${name}" among ${metrics.map((m) => m.name).join(', ')}`);
  return found.values;
}
