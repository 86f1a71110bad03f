import type { Program } from '../scenario/program.ts';
import type { Carried } from './carried.ts';
import { observationRow } from './observation.ts';
import { type FiniteDecisionProcess, keyOf } from './process.ts';
import type { UserState } from './userDay.ts';

/** What follows from one action in one state; next states by their number in order of discovery. */
export interface Row {
  reward: number;
  readonly next: Map<number, number>;
}

export interface Found {
  readonly state: UserState;
  readonly observed: readonly number[];
  readonly available: readonly boolean[];
  /** one per action */
  rows: readonly Row[];
}

/** Everything that was found, by the numbers that states were given as they were discovered. */
export interface Findings {
  readonly found: readonly Found[];
  /** probability of being born in a state */
  readonly entry: ReadonlyMap<number, number>;
  /** absorbing stages that are reached */
  readonly left: ReadonlySet<number>;
  /** number of a state by its key */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Puts states in the order of their values, and rows into arrays. */
export function assembleProcess(
  program: Program,
  carried: readonly Carried[],
  { found, entry, left, numbers }: Findings,
): FiniteDecisionProcess {
  const order = [...found.keys()].sort((a, b) => compare(found[a].state, found[b].state));
  const index = new Int32Array(order.length);
  for (const [place, number] of order.entries()) index[number] = place;
  const sorted = order.map((number) => found[number]);
  const born = new Float64Array(order.length);
  for (const [number, probability] of entry) born[index[number]] += probability;
  const shown = sorted.map(({ observed }) => observationRow(program, observed));
  return {
    name: program.name,
    horizon: program.horizon,
    carried,
    states: sorted.map(({ state }) => state),
    actions: program.actions.length,
    entry: born,
    available: Uint8Array.from(sorted.flatMap(({ available }) => offered(available))),
    ...assembleRows(sorted, index),
    features: Float32Array.from(shown.flatMap(({ features }) => features)),
    observations: Uint32Array.from(shown, (row) => row.index),
    left: [...left].sort((a, b) => a - b),
    indexOf(state) {
      const number = numbers.get(keyOf(state));
      return number === undefined ? undefined : index[number];
    },
  };
}

function compare(x: UserState, y: UserState): number {
  const k = x.findIndex((value, place) => value !== y[place]);
  return k < 0 ? 0 : x[k] - y[k];
}

/** Where nothing is available the first action is taken. */
function offered(available: readonly boolean[]): number[] {
  const none = !available.includes(true);
  return available.map((may, action) => (may || (none && action === 0) ? 1 : 0));
}

function assembleRows(sorted: readonly Found[], index: Int32Array) {
  const rowOf: number[] = [];
  const rows = new Map<Row, number>();
  for (const row of sorted.flatMap((found) => found.rows)) {
    if (!rows.has(row)) rows.set(row, rows.size);
    rowOf.push(rows.get(row) as number);
  }
  const offsets = new Int32Array(rows.size + 1);
  const targets: number[] = [];
  const probabilities: number[] = [];
  for (const [row, k] of rows) {
    const next = [...row.next].map(([number, p]): [number, number] => [index[number], p]);
    for (const [target, p] of next.sort((a, b) => a[0] - b[0])) {
      targets.push(target);
      probabilities.push(p);
    }
    offsets[k + 1] = targets.length;
  }
  return {
    rowOf: Int32Array.from(rowOf),
    rewards: Float64Array.from(rows.keys(), ({ reward }) => reward),
    offsets,
    targets: Int32Array.from(targets),
    probabilities: Float64Array.from(probabilities),
  };
}
