import { Matrix } from 'ml-matrix';
import { NoSolutionError, placesOf, solveBlock, solveLinear } from './block.ts';
import type { Chain } from './chain.ts';
import { components, isClosed } from './components.ts';

/** A daily reward smaller than this, for ever, counts as none. */
const NOTHING = 1e-12;

/** States of one closed component whose long run is solved. */
const MOST_STATIONARY = 3_000;

/**
 * Expected sum of all rewards from each state on, by linear equations: v = r + γ P v.
 *
 * With γ = 1 a value is infinite where people may come to stay for ever at a daily gain or loss, and NaN where
 * rewards go on for ever without gain or loss, so that the sum has no limit.
 *
 * Source: Sutton and Barto (2018), equation 4.4; Puterman (1994), section 6.1.
 *
 * @param discount γ, above 0 and at most 1
 * @returns states; currency per user
 */
export function chainValue(chain: Chain, discount: number): Float64Array {
  const values = new Float64Array(chain.rewards.length);
  for (const members of components(chain)) {
    if (discount === 1 && isClosed(chain, members)) fill(values, members, sumForEver(chain, members));
    else if (reachesInfinity(chain, members, values)) spreadInfinity(chain, members, values);
    else
      solveBlock(
        chain,
        members,
        discount,
        Array.from(members, (s) => chain.rewards[s]),
        values,
      );
  }
  return values;
}

/** What staying in a closed component for ever comes to. */
function sumForEver(chain: Chain, members: Int32Array): number {
  const rewards = Array.from(members, (s) => chain.rewards[s]);
  if (rewards.every((reward) => Math.abs(reward) <= NOTHING)) return 0;
  if (rewards.every((reward) => reward >= 0)) return Number.POSITIVE_INFINITY;
  if (rewards.every((reward) => reward <= 0)) return Number.NEGATIVE_INFINITY;
  const { gain } = stationary(chain, members);
  return Math.abs(gain) > NOTHING ? gain * Number.POSITIVE_INFINITY : Number.NaN;
}

function fill(values: Float64Array, members: Int32Array, value: number): void {
  for (const s of members) values[s] = value;
}

function reachesInfinity({ offsets, targets }: Chain, members: Int32Array, values: Float64Array): boolean {
  return members.some((s) => {
    for (let k = offsets[s]; k < offsets[s + 1]; k++) if (!Number.isFinite(values[targets[k]])) return true;
    return false;
  });
}

/** From a component all of whose states can come to an infinite sum. */
function spreadInfinity({ offsets, targets }: Chain, members: Int32Array, values: Float64Array): void {
  const inside = new Set(members);
  let sum = 0;
  for (const s of members) {
    for (let k = offsets[s]; k < offsets[s + 1]; k++)
      if (!inside.has(targets[k]) && !Number.isFinite(values[targets[k]])) sum += values[targets[k]];
  }
  fill(values, members, sum);
}

/** Reward per day in the long run, and what a start in each state is worth beside it. */
export interface ChainAverage {
  /** states; currency per user and day */
  readonly gains: Float64Array;
  /** states; currency per user, relative to one state of each closed component */
  readonly relative: Float64Array;
}

/**
 * Gain and relative values of a chain with any number of closed components.
 *
 * Source: Puterman (1994), section 8.2: g = P g and h = r − g + P h.
 */
export function chainAverage(chain: Chain): ChainAverage {
  const gains = new Float64Array(chain.rewards.length);
  const relative = new Float64Array(chain.rewards.length);
  for (const members of components(chain)) {
    if (isClosed(chain, members)) {
      const { gain, relative: values } = stationary(chain, members);
      for (const [i, s] of members.entries()) {
        gains[s] = gain;
        relative[s] = values[i];
      }
    } else {
      solveBlock(chain, members, 1, new Float64Array(members.length), gains);
      solveBlock(
        chain,
        members,
        1,
        Array.from(members, (s) => chain.rewards[s] - gains[s]),
        relative,
      );
    }
  }
  return { gains, relative };
}

/** Gain and relative values of one closed component, the first member's being 0. */
function stationary(chain: Chain, members: Int32Array): { gain: number; relative: number[] } {
  if (members.length > MOST_STATIONARY)
    throw new NoSolutionError(
      `the long run of ${members.length} states that are never left is not solved; at most ${MOST_STATIONARY} are`,
    );
  const place = placesOf(members);
  const left = Matrix.identity(members.length);
  for (const [i, s] of members.entries()) {
    for (let k = chain.offsets[s]; k < chain.offsets[s + 1]; k++) {
      const j = place.get(chain.targets[k]) as number;
      left.set(i, j, left.get(i, j) - chain.probabilities[k]);
    }
    // The first relative value is 0: its column is the gain's.
    left.set(i, 0, 1);
  }
  const [gain, ...rest] = solveLinear(
    left,
    Array.from(members, (s) => chain.rewards[s]),
  );
  return { gain, relative: [0, ...rest] };
}
