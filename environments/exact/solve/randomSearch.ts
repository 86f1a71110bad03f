import { type AliasedProcess, better, type Candidate, gains } from './aliasedProcess.ts';
import { nearestLaw } from './nearestLaw.ts';

/** The ascent ends after so many steps, or when they are shorter than this. */
const MOST_ROUNDS = 500;
const SHORTEST = 1e-10;

/** How much of the certain policy the first start keeps. */
const KEPT = 0.7;

/**
 * The best random policy that an ascent finds from an even one, and from mixtures of it with a certain one and with each
 * constant one.
 *
 * Source: projected gradient ascent, with the step of each observation from its last two slopes (Barzilai and Borwein
 * 1988), shortened until it gains.
 */
export function bestRandom(aliased: AliasedProcess, certain: Candidate): Candidate {
  const even = aliased.even();
  const constants = aliased.constants().map((actions) => aliased.take(actions));
  const mixed = [certain.policy, ...constants].map((policy) =>
    policy.map((p, k) => KEPT * p + (1 - KEPT) * even[k]),
  );
  return [even, ...mixed].map((start) => ascend(aliased, aliased.judge(start))).reduce(better);
}

function ascend(aliased: AliasedProcess, start: Candidate): Candidate {
  let current = start;
  let slopes = aliased.slopes(current);
  let steps = aliased.choices.map((may, g) => firstStep(cellsOf(aliased, may, g), slopes));
  for (let round = 0; round < MOST_ROUNDS && !aliased.exhausted; round++) {
    const next = firstGain(aliased, current, slopes, steps);
    if (!next) return current;
    const after = aliased.slopes(next);
    steps = steps.map((step, g) => {
      const cells = cellsOf(aliased, aliased.choices[g], g);
      return stepOf(cells, current.policy, next.policy, slopes, after) ?? 2 * step;
    });
    [current, slopes] = [next, after];
  }
  return current;
}

/** The first of ever shorter steps that gains. */
function firstGain(
  aliased: AliasedProcess,
  current: Candidate,
  slopes: Float64Array,
  steps: readonly number[],
): Candidate | undefined {
  for (let length = 1; length > SHORTEST; length /= 4) {
    const next = aliased.judge(moved(aliased, current.policy, slopes, steps, length));
    if (gains(next, current)) return next;
  }
  return undefined;
}

function moved(
  aliased: AliasedProcess,
  policy: Float64Array,
  slopes: Float64Array,
  steps: readonly number[],
  length: number,
): Float64Array {
  const next = new Float64Array(policy.length);
  for (const [g, may] of aliased.choices.entries()) {
    const cells = cellsOf(aliased, may, g);
    const law = nearestLaw(cells.map((k) => policy[k] + length * steps[g] * slopes[k]));
    for (const [i, k] of cells.entries()) next[k] = law[i];
  }
  return next;
}

/** Change of the probabilities over change of their slopes; undefined where nothing changed, or not downwards. */
function stepOf(
  cells: readonly number[],
  policy: Float64Array,
  next: Float64Array,
  slopes: Float64Array,
  after: Float64Array,
): number | undefined {
  let squares = 0;
  let product = 0;
  for (const k of cells) {
    squares += (next[k] - policy[k]) ** 2;
    product += (next[k] - policy[k]) * (slopes[k] - after[k]);
  }
  return product > 0 ? squares / product : undefined;
}

function cellsOf({ process: { actions } }: AliasedProcess, may: readonly number[], group: number): number[] {
  return may.map((a) => group * actions + a);
}

/** As long as to go from one certain action to another. */
function firstStep(cells: readonly number[], slopes: Float64Array): number {
  const values = cells.map((k) => slopes[k]);
  const spread = Math.max(...values) - Math.min(...values);
  return spread > 0 ? 1 / spread : 0;
}
