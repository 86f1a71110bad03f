import type { FiniteDecisionProcess } from '../process.ts';
import { actionValue } from './actionValues.ts';
import { solveBlock } from './block.ts';
import { type Chain, chainUnder, type ExactPolicy } from './chain.ts';
import { chainValue } from './chainValue.ts';
import { components } from './components.ts';
import type { Criterion } from './criterion.ts';
import { dayEarlier } from './finiteHorizon.ts';

/** Without a discount of its own a life is looked at with one this near to 1. */
const NEARLY_ONE = 1 - 1e-7;
/** For the average reward, where values grow as 1 / (1 − γ) and lose digits. */
const LONG_RUN = 1 - 1e-5;

/**
 * How fast a policy's worth rises with the probability of each action in each state: how often a state is lived
 * through times what the action is worth there.
 *
 * Source: the policy gradient theorem, Sutton and Barto (2018), section 13.2.
 *
 * @returns states × actions; up to a factor, and close to exact where there is no discount
 */
export function policyGradient(
  process: FiniteDecisionProcess,
  policy: ExactPolicy,
  criterion: Criterion,
): Float64Array {
  const chain = chainUnder(process, policy);
  const gradient = new Float64Array(process.states.length * process.actions);
  if (criterion.kind === 'horizon') addDays(process, chain, criterion, gradient);
  else {
    const discount = criterion.kind === 'average' ? LONG_RUN : Math.min(criterion.discount, NEARLY_ONE);
    add(process, occupancy(chain, process.entry, discount), chainValue(chain, discount), discount, gradient);
  }
  return gradient;
}

/** Each day has its own share of people and its own days to go. */
function addDays(
  process: FiniteDecisionProcess,
  chain: Chain,
  { discount, days }: Criterion,
  gradient: Float64Array,
): void {
  const later: Float64Array[] = [new Float64Array(process.states.length)];
  for (let day = 1; day < days; day++) later.push(dayEarlier(chain, discount, later[day - 1]));
  let here = process.entry;
  for (let day = 1; day <= days; day++) {
    add(process, here, later[days - day], discount, gradient);
    here = dayLater(chain, here, discount);
  }
}

/** Where people are a day later, weighed by the discount. */
export function dayLater(
  { offsets, targets, probabilities }: Chain,
  here: Float64Array,
  discount: number,
): Float64Array {
  const next = new Float64Array(here.length);
  for (let s = 0; s < here.length; s++) {
    if (here[s] === 0) continue;
    for (let k = offsets[s]; k < offsets[s + 1]; k++)
      next[targets[k]] += discount * here[s] * probabilities[k];
  }
  return next;
}

function add(
  process: FiniteDecisionProcess,
  visits: Float64Array,
  later: Float64Array,
  discount: number,
  gradient: Float64Array,
): void {
  for (let s = 0; s < visits.length; s++) {
    if (visits[s] === 0) continue;
    for (let a = 0; a < process.actions; a++)
      gradient[s * process.actions + a] += visits[s] * actionValue(process, later, discount, s, a);
  }
}

/** Discounted number of days that a life passes in each state: d = entry + γ Pᵀ d. */
function occupancy(chain: Chain, entry: Float64Array, discount: number): Float64Array {
  const transposed = transpose(chain);
  const visits = new Float64Array(entry.length);
  for (const members of components(transposed)) {
    solveBlock(
      transposed,
      members,
      discount,
      Array.from(members, (s) => entry[s]),
      visits,
    );
  }
  return visits;
}

function transpose({ rewards, offsets, targets, probabilities }: Chain): Chain {
  const counts = new Int32Array(rewards.length + 1);
  for (const target of targets) counts[target + 1]++;
  for (let s = 0; s < rewards.length; s++) counts[s + 1] += counts[s];
  const place = counts.slice();
  const from = new Int32Array(targets.length);
  const weights = new Float64Array(targets.length);
  for (let s = 0; s < rewards.length; s++) {
    for (let k = offsets[s]; k < offsets[s + 1]; k++) {
      const at = place[targets[k]]++;
      from[at] = s;
      weights[at] = probabilities[k];
    }
  }
  return { rewards, offsets: counts, targets: from, probabilities: weights };
}
