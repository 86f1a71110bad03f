import { enumerate } from '../../environments/exact/enumerate.ts';
import { NotFiniteError, whyNotFinite } from '../../environments/exact/finite.ts';
import type { FiniteDecisionProcess } from '../../environments/exact/process.ts';
import { NoSolutionError } from '../../environments/exact/solve/block.ts';
import { type Solution, solve } from '../../environments/exact/solve/criterion.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { Interval } from '../statistics/interval.ts';

/** A scenario solved for the days that policies are played. */
export interface Solved {
  readonly process: FiniteDecisionProcess;
  readonly solution: Solution;
}

/** Scenarios that are solved on the side, for the regret in a table: larger ones take `tenure solve`. */
const ON_THE_SIDE = { states: 20_000, transitions: 2_000_000 };
const MOST_DECISIONS = 20_000_000;

/**
 * Solves a scenario for a horizon, if it is finite and small enough to do so on the side.
 *
 * @param days of the horizon
 * @returns undefined if it is not
 */
export function solveOnTheSide(program: Program, days: number): Solved | undefined {
  if (whyNotFinite(program).length > 0) return undefined;
  try {
    const process = enumerate(program, ON_THE_SIDE);
    if (process.states.length * days > MOST_DECISIONS) return undefined;
    const { discount } = program.objective;
    return { process, solution: solve(process, { kind: 'horizon', discount, days }) };
  } catch (error) {
    if (error instanceof NotFiniteError || error instanceof NoSolutionError) return undefined;
    throw error;
  }
}

/** How far a policy is from the optimum. */
export interface Regret {
  /** optimum minus return, currency per user */
  readonly regret: Interval;
  /** return as a part of the optimum, 0 to 1; undefined where the optimum is not positive */
  readonly ofOptimum: Interval | undefined;
}

/**
 * Compares a measured return with the exact optimum over the true state. The measured users have luck of their own, so
 * that a small negative regret is possible.
 */
export function regretOf({ mean, low, high }: Interval, optimum: number): Regret {
  const regret = { mean: optimum - mean, low: optimum - high, high: optimum - low };
  const ofOptimum =
    optimum > 0 ? { mean: mean / optimum, low: low / optimum, high: high / optimum } : undefined;
  return { regret, ofOptimum };
}
