import { LuDecomposition, Matrix } from 'ml-matrix';
import type { Chain } from './chain.ts';

/** Blocks up to this size are solved directly; larger ones by iteration. */
const DIRECT = 600;

/** Iteration ends when no value moves by more than this, relative to the largest. */
const TOLERANCE = 1e-14;
const MOST_SWEEPS = 200_000;

/** The equations of a block did not come to a solution. */
export class NoSolutionError extends Error {
  override name = 'NoSolutionError';
}

/**
 * Solves x(s) = rhs(s) + γ Σ p(s′ | s) x(s′) for the states of one component, given x everywhere it leads to.
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
  if (members.length === 1) solveOne(chain, members[0], discount, rhs[0], x);
  else if (members.length <= DIRECT) solveDirectly(chain, members, discount, rhs, x);
  else solveByIteration(chain, members, discount, rhs, x);
}

function solveOne(chain: Chain, state: number, discount: number, rhs: number, x: Float64Array): void {
  let sum = rhs;
  let own = 0;
  for (let k = chain.offsets[state]; k < chain.offsets[state + 1]; k++) {
    if (chain.targets[k] === state) own += chain.probabilities[k];
    else sum += discount * chain.probabilities[k] * x[chain.targets[k]];
  }
  x[state] = sum / (1 - discount * own);
}

function solveDirectly(
  chain: Chain,
  members: Int32Array,
  discount: number,
  rhs: ArrayLike<number>,
  x: Float64Array,
): void {
  const place = placesOf(members);
  const left = Matrix.identity(members.length);
  const right = Array.from(rhs);
  for (const [i, state] of members.entries()) {
    for (let k = chain.offsets[state]; k < chain.offsets[state + 1]; k++) {
      const j = place.get(chain.targets[k]);
      const weight = discount * chain.probabilities[k];
      if (j === undefined) right[i] += weight * x[chain.targets[k]];
      else left.set(i, j, left.get(i, j) - weight);
    }
  }
  const solution = solveLinear(left, right);
  for (const [i, state] of members.entries()) x[state] = solution[i];
}

/** Gauss–Seidel. */
function solveByIteration(
  { offsets, targets, probabilities }: Chain,
  members: Int32Array,
  discount: number,
  rhs: ArrayLike<number>,
  x: Float64Array,
): void {
  for (const state of members) x[state] = 0;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0;
    let largest = 0;
    for (let i = 0; i < members.length; i++) {
      const state = members[i];
      let sum = rhs[i];
      let own = 0;
      for (let k = offsets[state]; k < offsets[state + 1]; k++) {
        if (targets[k] === state) own += probabilities[k];
        else sum += discount * probabilities[k] * x[targets[k]];
      }
      const value = sum / (1 - discount * own);
      change = Math.max(change, Math.abs(value - x[state]));
      largest = Math.max(largest, Math.abs(value));
      x[state] = value;
    }
    if (change <= TOLERANCE * largest) return;
    if (!Number.isFinite(change)) break;
  }
  throw new NoSolutionError(`the values of ${members.length} states did not settle`);
}

/** Solves a dense system by LU decomposition with partial pivoting. */
export function solveLinear(left: Matrix, right: readonly number[]): number[] {
  const decomposition = new LuDecomposition(left);
  if (decomposition.isSingular()) throw new NoSolutionError('the values of some states are not determined');
  return decomposition.solve(Matrix.columnVector(right as number[])).to1DArray();
}

/** Place of each state among the members of a component. */
export function placesOf(members: Int32Array): Map<number, number> {
  return new Map(Array.from(members, (state, i) => [state, i]));
}
