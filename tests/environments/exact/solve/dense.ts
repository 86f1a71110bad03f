import fc, { type GeneratorValue } from 'fast-check';
import type { FiniteDecisionProcess } from '../../../../environments/exact/process.ts';
import { solveLinear } from '../../../support/solveLinear.ts';

/** A small decision process with every number written out. What a row lacks to 1 is the probability of leaving. */
export interface Dense {
  /** states × actions; undefined: not available */
  readonly rewards: readonly (readonly (number | undefined)[])[];
  /** states × actions × next states */
  readonly next: readonly (readonly (readonly number[])[])[];
  /** states; default: all the same */
  readonly entry?: readonly number[];
  /** states; default: all told apart */
  readonly observations?: readonly number[];
}

/** The same as the solver takes it. */
export function processOf({ rewards, next, entry, observations }: Dense): FiniteDecisionProcess {
  const states = rewards.map((_, s) => [s]);
  const rows = rewards.flatMap((row, s) => {
    const first = row.findIndex((reward) => reward !== undefined);
    // An action that is not available has the row of the first one that is.
    return row.map((reward, a) => (reward === undefined ? [s, first] : [s, a]));
  });
  const targets = rows.map(([s, a]) => next[s][a].flatMap((p, to) => (p > 0 ? [{ p, to }] : [])));
  const offsets = [0];
  for (const row of targets) offsets.push(offsets[offsets.length - 1] + row.length);
  return {
    name: 'dense',
    horizon: 10,
    carried: [{ kind: 'state', name: 's', domain: undefined }],
    states,
    actions: rewards[0].length,
    entry: Float64Array.from(entry ?? states.map(() => 1 / states.length)),
    available: Uint8Array.from(rewards.flatMap((row) => row.map((reward) => (reward === undefined ? 0 : 1)))),
    rowOf: Int32Array.from(rows, (_, k) => k),
    rewards: Float64Array.from(rows, ([s, a]) => rewards[s][a] as number),
    offsets: Int32Array.from(offsets),
    targets: Int32Array.from(targets.flat(), ({ to }) => to),
    probabilities: Float64Array.from(targets.flat(), ({ p }) => p),
    features: Float32Array.from(states, ([s]) => s),
    observations: Uint32Array.from(observations ?? states.map(([s]) => s)),
    left: [],
    indexOf: ([s]) => (s < states.length ? s : undefined),
  };
}

export interface DenseShape {
  readonly states: number;
  readonly actions: number;
  /** probability of leaving for good, of each row in eighths: from and to; below 0 counts as 0 */
  readonly leaves: readonly [number, number];
  /** rewards in quarters: from and to */
  readonly rewards: readonly [number, number];
}

/** A random process with probabilities in eighths, most of them 0, and some actions that are not available. */
export function randomDense(g: GeneratorValue, shape: DenseShape): Dense {
  const range = (n: number) => Array.from({ length: n }, (_, k) => k);
  const from = ([min, max]: readonly [number, number]) => g(fc.integer, { min, max });
  const next = range(shape.states).map(() =>
    range(shape.actions).map(() => {
      const row = range(shape.states).map(() => 0);
      for (let left = 8 - Math.max(from(shape.leaves), 0); left > 0; ) {
        const part = g(fc.integer, { min: 1, max: left });
        row[g(fc.nat, shape.states - 1)] += part / 8;
        left -= part;
      }
      return row;
    }),
  );
  const rewards = range(shape.states).map(() =>
    range(shape.actions).map((a) => (a > 0 && g(fc.nat, 4) === 0 ? undefined : from(shape.rewards) / 4)),
  );
  return { rewards, next };
}

/** Every policy that takes one available action in each state. */
export function everyPolicy({ rewards }: Dense): number[][] {
  return rewards.reduce<number[][]>(
    (policies, row) =>
      policies.flatMap((policy) =>
        row.flatMap((reward, a) => (reward === undefined ? [] : [[...policy, a]])),
      ),
    [[]],
  );
}

/** Values of a policy by Gaussian elimination of (I − γ P) v = r. */
export function valuesUnder({ rewards, next }: Dense, policy: readonly number[], discount: number): number[] {
  const matrix = policy.map((a, i) => next[i][a].map((p, j) => (i === j ? 1 : 0) - discount * p));
  return solveLinear(
    matrix,
    policy.map((a, i) => rewards[i][a] as number),
  );
}

/** What an action is worth if these are the values of the next states. */
export function worthOfAction(
  dense: Dense,
  values: readonly number[],
  discount: number,
  s: number,
  a: number,
) {
  const reward = dense.rewards[s][a];
  if (reward === undefined) return Number.NEGATIVE_INFINITY;
  return dense.next[s][a].reduce((sum, p, to) => (p > 0 ? sum + discount * p * values[to] : sum), reward);
}

/** The largest value of every state over a list of policies. */
export function largest(values: readonly (readonly number[])[]): number[] {
  return values[0].map((_, s) => Math.max(...values.map((row) => row[s])));
}

/** Fails unless each number is that expected to 1e-9, relative where it is large; infinities and NaN exactly. */
export function difference(actual: ArrayLike<number>, expected: readonly number[]): number {
  const apart = expected.map((value, k) =>
    Object.is(value, actual[k]) || value === actual[k]
      ? 0
      : Math.abs(value - actual[k]) / Math.max(1, Math.abs(value)),
  );
  return apart.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...apart);
}
