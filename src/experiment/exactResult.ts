import type { Policy } from '../../environments/contract.ts';
import { describeState } from '../../environments/exact/describeState.ts';
import { enumerate } from '../../environments/exact/enumerate.ts';
import { NotFiniteError } from '../../environments/exact/finite.ts';
import type { FiniteDecisionProcess } from '../../environments/exact/process.ts';
import {
  type Criterion,
  policyWorth,
  type Solution,
  solve,
} from '../../environments/exact/solve/criterion.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { exactPolicy } from './exactPolicy.ts';

/** A scenario's exact optimum under a criterion. */
export interface ExactResult {
  readonly process: FiniteDecisionProcess;
  readonly solution: Solution;
  /** one per state, and one for each stage in which people have left for good */
  readonly states: readonly ExactState[];
}

export interface ExactState {
  /** stage, segment, traits and state by name, and what else the state holds */
  readonly state: Readonly<Record<string, number | string>>;
  readonly value: number;
  /** names of all optimal actions; none where people have left */
  readonly actions: readonly string[];
}

/**
 * Enumerates a scenario and finds its optimum.
 *
 * @throws NotFiniteError, NoSolutionError
 */
export function solveExactly(program: Program, criterion: Criterion): ExactResult {
  const process = enumerate({ ...program, horizon: criterion.days });
  refuseCountedDays(process, criterion);
  const solution = solve(process, criterion);
  const living = process.states.map((state, s) => ({
    state: describeState(process, program, state),
    value: solution.values[s],
    actions: solution.actions[s].map((action) => program.actions[action].name),
  }));
  const left = process.left.map((stage) => ({
    state: { stage: program.stages[stage].name },
    value: 0,
    actions: [],
  }));
  return { process, solution, states: [...living, ...left] };
}

/** Where formulas count the days, life is followed up to the horizon only. */
function refuseCountedDays({ name, carried }: FiniteDecisionProcess, { kind }: Criterion): void {
  if (kind === 'horizon' || !carried.some((part) => part.kind === 'day')) return;
  throw new NotFiniteError(
    `${name} has formulas over day, yearday or tenure, which count the days without end; only the criterion horizon is solved`,
  );
}

/** A policy's exact worth. */
export interface ExactWorth {
  readonly name: string;
  /** what a user is worth as it enters */
  readonly value: number;
  /** one per state of the result, in its order */
  readonly values: readonly number[];
}

/** Evaluates a policy that decides by the observation alone. */
export function worthOf(
  { process, solution, states }: ExactResult,
  name: string,
  policy: Policy,
): ExactWorth {
  const { value, values } = policyWorth(process, exactPolicy(process, policy), solution.criterion);
  const left = states.slice(process.states.length).map(() => 0);
  return { name, value, values: [...values, ...left] };
}
