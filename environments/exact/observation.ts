import type { Observed, Program } from '../scenario/program.ts';

/** What agents see of one user: the row of features, and the index of its bins. */
export interface ObservationRow {
  readonly features: readonly number[];
  readonly index: number;
}

/**
 * Turns observed values to features and to the tabular index, as the simulation does.
 *
 * @param values one per observed variable; the index of the member where it is a stage, segment, action or family
 */
export function observationRow({ observe }: Program, values: readonly number[]): ObservationRow {
  const features = observe.flatMap(({ members }, k) =>
    members ? members.map((_, member) => (member === values[k] ? 1 : 0)) : [values[k]],
  );
  const index = observe.reduce(
    (sum, observed, k) => sum * binCount(observed) + binOf(observed, values[k]),
    0,
  );
  return { features, index };
}

function binCount({ members, bins }: Observed): number {
  return members?.length ?? (bins?.length ?? 0) + 1;
}

function binOf({ members, bins = [] }: Observed, value: number): number {
  return members ? value : bins.filter((edge) => !(value < edge)).length;
}

/** The parts of a tabular index in words: the name, or the interval of values, of each binned variable. */
export function observationParts({ observe }: Program, index: number): Record<string, string> {
  const binned = observe.filter((observed) => binCount(observed) > 1).reverse();
  let rest = index;
  const parts = binned.map((observed): [string, string] => {
    const bin = rest % binCount(observed);
    rest = Math.floor(rest / binCount(observed));
    return [observed.name, binInWords(observed, bin)];
  });
  return Object.fromEntries(parts.reverse());
}

function binInWords({ members, bins = [] }: Observed, bin: number): string {
  if (members) return members[bin];
  if (bin === 0) return `below ${bins[0]}`;
  return bin === bins.length ? `from ${bins[bin - 1]}` : `${bins[bin - 1]} to below ${bins[bin]}`;
}
