import type { Program } from '../../../environments/scenario/program.ts';

/**
 * An observed value of every decider as the policy sees it; of a stage, segment, action or family, its index.
 *
 * @param name of what is observed: "recency", or "seen[2]" of a vector
 * @param features deciders × features, row-major
 */
export function featureOf(
  { observe }: Pick<Program, 'observe'>,
  name: string,
  features: Float32Array,
): Float64Array {
  const widths = observe.map(({ members }) => members?.length ?? 1);
  const place = observe.findIndex((seen) => seen.name === name);
  const first = sum(widths.slice(0, place));
  const width = sum(widths);
  const isList = observe[place].members !== undefined;
  const values = new Float64Array(features.length / width);
  for (let row = 0; row < values.length; row++) {
    const start = row * width + first;
    values[row] = isList ? features.subarray(start, start + widths[place]).indexOf(1) : features[start];
  }
  return values;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
