import type { Observation } from '../../../environments/contract.ts';
import type { Observed, Program } from '../../../environments/scenario/program.ts';

/** Where an observed name is in what policies see. */
export interface ObservedName {
  readonly name: string;
  readonly members: readonly string[] | undefined;
  /** first column of its features, and how many there are: one for each member, or one */
  readonly column: number;
  readonly columns: number;
  /** its digit of the tabular state; 1 bin: no part of it */
  readonly bins: number;
  readonly stride: number;
}

/** What stands for a name that is hidden: the features and the bin of somebody who is ordinary in it. */
export interface StandIn extends ObservedName {
  readonly features: Float32Array;
  readonly bin: number;
}

/** Every observed name, in the order of the scenario. */
export function observedNames({ observe }: Pick<Program, 'observe'>): ObservedName[] {
  let [column, stride] = [0, observe.reduce((product, observed) => product * binsOf(observed), 1)];
  return observe.map((observed) => {
    const { name, members } = observed;
    const [columns, bins] = [members?.length ?? 1, binsOf(observed)];
    stride /= bins;
    column += columns;
    return { name, members, column: column - columns, columns, bins, stride };
  });
}

function binsOf({ members, bins }: Observed): number {
  return members?.length ?? (bins?.length ?? 0) + 1;
}

/**
 * For each observed name what those who take a decision show in the middle: the lower median of a number, the member
 * that most of them are of a name; the first of equals.
 *
 * @param observation of at least one user who takes a decision
 */
export function standInsOf(program: Pick<Program, 'observe'>, observation: Observation): StandIn[] {
  const { features, states, active } = observation;
  const rows = [...active.keys()].filter((row) => active[row] === 1);
  const width = features.length / active.length;
  return observedNames(program).map((observed) => {
    const { column, columns } = observed;
    const row = observed.members
      ? mostCommon(observed, observation, rows)
      : median(observation, rows, column);
    const from = row * width + column;
    return { ...observed, features: features.slice(from, from + columns), bin: binOf(observed, states[row]) };
  });
}

/** Bin of a name in a tabular state. */
export function binOf({ bins, stride }: ObservedName, state: number): number {
  return Math.floor(state / stride) % bins;
}

/** The first row with the lower median of a column. */
function median({ features, active }: Observation, rows: readonly number[], column: number): number {
  const width = features.length / active.length;
  const values = new Float32Array(rows.length);
  for (let k = 0; k < rows.length; k++) values[k] = features[rows[k] * width + column];
  const middle = values.slice().sort()[Math.floor((rows.length - 1) / 2)];
  return rows[Math.max(values.indexOf(middle), 0)];
}

/** The first row with the member that most rows have. */
function mostCommon(observed: ObservedName, { states }: Observation, rows: readonly number[]): number {
  const counts = new Uint32Array(observed.bins);
  for (const row of rows) counts[binOf(observed, states[row])]++;
  const most = counts.indexOf(Math.max(...counts));
  return rows.find((row) => binOf(observed, states[row]) === most) ?? rows[0];
}
