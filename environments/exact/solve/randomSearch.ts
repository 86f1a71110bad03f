import { exp } from '../../random/exp.ts';
import { type AliasedProcess, better, type Candidate, gains } from './aliasedProcess.ts';

/** The ascent ends after so many steps, or when they are shorter than this. */
const MOST_ROUNDS = 500;
const SMALLEST_STEP = 1e-9;

/** How much of the certain policy the first start keeps. */
const KEPT = 0.7;

/**
 * The best random policy that an ascent finds from an even one, and from a mixture of it with a certain one.
 *
 * Source: exponentiated gradient, Kivinen and Warmuth (1997), with a step that grows while it helps and shrinks when
 * it does not.
 */
export function bestRandom(aliased: AliasedProcess, certain: Candidate): Candidate {
  const even = aliased.even();
  const mixed = certain.policy.map((p, k) => KEPT * p + (1 - KEPT) * even[k]);
  return [mixed, even].map((start) => ascend(aliased, aliased.judge(start))).reduce(better);
}

function ascend(aliased: AliasedProcess, start: Candidate): Candidate {
  let current = start;
  let step = 1;
  for (let round = 0; round < MOST_ROUNDS && step > SMALLEST_STEP; round++) {
    const next = aliased.judge(tilt(aliased, current.policy, aliased.slopes(current), step));
    if (gains(next, current)) current = next;
    step *= next === current ? 2 : 0.25;
  }
  return current;
}

/** Moves probability towards the steeper actions of each observation. */
function tilt(
  { choices, process: { actions } }: AliasedProcess,
  policy: Float64Array,
  slopes: Float64Array,
  step: number,
): Float64Array {
  const tilted = new Float64Array(policy.length);
  for (const [g, may] of choices.entries()) {
    const cells = may.map((a) => g * actions + a);
    const middle = cells.reduce((sum, k) => sum + policy[k] * slopes[k], 0);
    const scale = Math.max(...cells.map((k) => Math.abs(slopes[k] - middle)), Number.MIN_VALUE);
    const weights = cells.map((k) => policy[k] * exp((step * (slopes[k] - middle)) / scale));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [i, k] of cells.entries()) tilted[k] = weights[i] / total;
  }
  return tilted;
}
