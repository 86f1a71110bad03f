import { placesOf, solveBlock } from './block.ts';
import type { Chain } from './chain.ts';
import { components, isClosed } from './components.ts';

/** A daily reward smaller than this, for ever, counts as none. */
const NOTHING = 1e-12;

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
  const [home] = members;
  const rest = members.subarray(1);
  // What a round trip from home earns, and how long it takes: gain is their ratio (renewal reward).
  const [earned, days] = [new Float64Array(chain.rewards.length), new Float64Array(chain.rewards.length)];
  for (const part of reachingHome(chain, rest)) {
    solveBlock(
      chain,
      part,
      1,
      Array.from(part, (s) => chain.rewards[s]),
      earned,
    );
    solveBlock(chain, part, 1, new Float64Array(part.length).fill(1), days);
  }
  const gain = (chain.rewards[home] + onwards(chain, home, earned)) / (1 + onwards(chain, home, days));
  return { gain, relative: Array.from(members, (s) => (s === home ? 0 : earned[s] - gain * days[s])) };
}

/** The components of a chain without its home, each after what it leads to. */
function reachingHome(chain: Chain, rest: Int32Array): Int32Array[] {
  const place = placesOf(rest);
  const offsets = new Int32Array(rest.length + 1);
  const targets: number[] = [];
  for (const [i, s] of rest.entries()) {
    for (let k = chain.offsets[s]; k < chain.offsets[s + 1]; k++) {
      const j = place.get(chain.targets[k]);
      if (j !== undefined) targets.push(j);
    }
    offsets[i + 1] = targets.length;
  }
  return components({ offsets, targets: Int32Array.from(targets) }).map((part) => part.map((i) => rest[i]));
}

/** Mean over the next states; what comes home counts as nothing. */
function onwards({ offsets, targets, probabilities }: Chain, home: number, x: Float64Array): number {
  let sum = 0;
  for (let k = offsets[home]; k < offsets[home + 1]; k++)
    if (targets[k] !== home) sum += probabilities[k] * x[targets[k]];
  return sum;
}
