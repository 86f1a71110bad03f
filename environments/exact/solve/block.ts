import type { Chain } from './chain.ts';
import { eliminate } from './elimination.ts';

/** Blocks up to this size are solved by elimination at once; larger ones by iteration first. */
const DIRECT = 300;

/** Iteration ends when no value moves by more than this, relative to the largest, or after so many sweeps. */
const TOLERANCE = 1e-14;
const MOST_SWEEPS = 3_000;

/** The equations of a chain have no solution, or are too many to be solved. */
export class NoSolutionError extends Error {
  override name = 'NoSolutionError';
}

/**
 * Solves x(s) = rhs(s) + γ Σ p(s′ | s) x(s′) for the states of one component, given x everywhere else it leads to.
 *
 * @param x states; holds the values of what comes after; the component's are written to it
 * @param rhs of each member
 */
export function solveBlock(
  chain: Chain,
  members: Int32Array,
  discount: number,
  rhs: ArrayLike<number>,
  x: Float64Array,
): void {
  if (members.length > DIRECT && iterate(chain, members, discount, rhs, x)) return;
  const place = placesOf(members);
  const weights = Array.from(members, () => new Map<number, number>());
  const slack = new Float64Array(members.length);
  const right = Float64Array.from(rhs);
  for (const [i, state] of members.entries()) {
    let sum = 0;
    for (let k = chain.offsets[state]; k < chain.offsets[state + 1]; k++) {
      const target = chain.targets[k];
      const j = place.get(target);
      const weight = discount * chain.probabilities[k];
      sum += chain.probabilities[k];
      if (j === undefined) {
        right[i] += weight * x[target];
        slack[i] += weight;
      } else if (j !== i) weights[i].set(j, (weights[i].get(j) ?? 0) + weight);
    }
    slack[i] += 1 - discount + discount * lacking(sum);
  }
  const solution = eliminate({ weights, slack, rhs: right });
  for (const [i, state] of members.entries()) x[state] = solution[i];
}

/** What probabilities lack to 1; not what rounding makes of it. */
function lacking(sum: number): number {
  return Math.abs(1 - sum) < 1e-13 ? 0 : 1 - sum;
}

/** Gauss–Seidel; says whether it came to an end. */
function iterate(
  { offsets, targets, probabilities }: Chain,
  members: Int32Array,
  discount: number,
  rhs: ArrayLike<number>,
  x: Float64Array,
): boolean {
  for (const state of members) x[state] = 0;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0;
    let largest = 0;
    // Down and up again: values travel either way in one sweep.
    for (let k = 0; k < members.length; k++) {
      const i = sweep % 2 === 0 ? members.length - 1 - k : k;
      const state = members[i];
      let sum = rhs[i];
      let own = 0;
      for (let e = offsets[state]; e < offsets[state + 1]; e++) {
        if (targets[e] === state) own += probabilities[e];
        else sum += discount * probabilities[e] * x[targets[e]];
      }
      const value = sum / (1 - discount * own);
      change = Math.max(change, Math.abs(value - x[state]));
      largest = Math.max(largest, Math.abs(value));
      x[state] = value;
    }
    if (change <= TOLERANCE * largest) return true;
  }
  return false;
}

/** Place of each state among the members of a component. */
export function placesOf(members: Int32Array): Map<number, number> {
  return new Map(Array.from(members, (state, i) => [state, i]));
}
