import type { Policy } from '../../environments/contract.ts';
import { UNBORN } from '../../environments/population/people.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { breathing } from './breathing.ts';
import { DecisionCounts } from './decisionCounts.ts';
import { interact } from './interact.ts';
import type { PolicyOf } from './optimalPolicy.ts';
import { Staying } from './staying.ts';

/**
 * One metric of every unit: what a policy came to for each user at the start, the newcomers beside it or through it
 * counted in; or for each product, where one decision is taken for all its users.
 */
export interface UserMetric {
  /** `return`, `retention.30`, `cost`, `contacts` or a metric of the scenario */
  readonly name: string;
  /** units */
  readonly values: Float64Array;
}

/** A policy played on one population. */
export interface Evaluation {
  readonly metrics: readonly UserMetric[];
  /** time steps × deciders; the actions taken, for replays; empty if not asked for */
  readonly actions: Uint8Array;
  /** stages × actions, as `DecisionCounts` has them; empty if not asked for */
  readonly decisions: Uint32Array;
  /** days × stages; users in each stage every evening */
  readonly stageCounts: Uint32Array;
  /** newcomers who found no place */
  readonly turnedAway: number;
}

export interface EvaluationOptions {
  /** number of users at the start, or of products */
  readonly users: number;
  /** who they are, and their luck */
  readonly seed: string;
  /** keep every action */
  readonly record?: boolean;
  /** count the decisions */
  readonly count?: boolean;
  /** stop after this many days; default: the horizon */
  readonly days?: number;
}

/** Plays a policy to the horizon and measures every user. Returns are discounted where the scenario says so. */
export function evaluate(
  program: Program,
  policy: Policy | PolicyOf,
  options: EvaluationOptions,
): Evaluation {
  const days = evaluateByDay(program, policy, options);
  for (;;) {
    const next = days.next();
    if (next.done) return next.value;
  }
}

/**
 * The same, letting the terminal and signals be heard now and then.
 *
 * @throws the signal's reason if it was aborted
 */
export async function evaluatePatiently(
  program: Program,
  policy: Policy | PolicyOf,
  options: EvaluationOptions,
  signal?: AbortSignal,
): Promise<Evaluation> {
  const days = evaluateByDay(program, policy, options);
  const breathe = breathing(options.users, signal);
  for (;;) {
    const next = days.next();
    if (next.done) return next.value;
    await breathe();
  }
}

/** Lives one day at a time; the evaluation comes at the end. */
function* evaluateByDay(
  program: Program,
  policy: Policy | PolicyOf,
  options: EvaluationOptions,
): Generator<void, Evaluation> {
  const { users, seed, record = false, count = false, days = program.horizon } = options;
  refuseHalfSteps(program, days);
  const stageCounts = new Uint32Array(days * program.stages.length);
  const environment: PopulationEnvironment = new PopulationEnvironment(program, {
    users,
    measured: true,
    onEvening: () => countStages(environment, stageCounts),
  });
  const played = typeof policy === 'function' ? policy(environment) : policy;
  const { deciders } = environment.shape;
  const every = program.decision?.every ?? 1;
  const actions = new Uint8Array(record ? Math.ceil(days / every) * deciders : 0);
  const staying = new Staying(environment);
  const decisions = count ? new DecisionCounts(environment) : undefined;
  for (const lived of interact(environment, played, seed)) {
    const { step, next, actions: chosen } = lived;
    decisions?.note(lived);
    if (record) actions.set(next.taken ?? chosen, (step.day / every) * deciders);
    staying.note(next.day);
    if (next.day >= days) break;
    yield;
  }
  return {
    metrics: [...sums(environment, days), ...staying.metrics(days)],
    actions,
    decisions: decisions?.counts ?? new Uint32Array(0),
    stageCounts,
    turnedAway: environment.turnedAway,
  };
}

/** Counts an evening's stages. */
function countStages({ stages, program, day }: PopulationEnvironment, counts: Uint32Array): void {
  const from = (day - 1) * program.stages.length;
  for (const stage of stages) if (stage !== UNBORN) counts[from + stage]++;
}

/** Where a decision stands for several days, an evaluation ends with one. */
function refuseHalfSteps({ name, decision, horizon }: Program, days: number): void {
  const every = decision?.every ?? 1;
  if (days === horizon || days % every === 0) return;
  throw new RangeError(
    `${name} is decided for every ${every} days; expected a multiple of that, got ${days} days`,
  );
}

function sums(environment: PopulationEnvironment, days: number): UserMetric[] {
  const { metrics } = environment.program;
  const fixed = ['return', 'cost', 'contacts'].map((name) => ({ name, values: unitSums(environment, name) }));
  const own = metrics.map(({ name, over }) => {
    const values = unitSums(environment, `${name}_`);
    return { name, values: over === 'mean' ? values.map((sum) => sum / days) : values };
  });
  return [...fixed, ...own, ...ofBudget(environment, fixed, days)];
}

/** The part of the budget that each user was given: its mean over users is the part that was spent, 0 to 1. */
function ofBudget(
  environment: PopulationEnvironment,
  fixed: readonly UserMetric[],
  days: number,
): UserMetric[] {
  const { budget } = environment.program;
  if (!budget) return [];
  const total = budget.limit * (budget.per === 'day' ? days : 1);
  const spent = Float64Array.from(fixed.find(({ name }) => name === budget.on)?.values ?? []);
  if (budget.on === 'cost') takeOffArrivals(environment, spent);
  return [{ name: 'ofBudget', values: spent.map((value) => (total > 0 ? value / total : 0)) }];
}

/** What channels cost is no part of what is spent on users. */
function takeOffArrivals(
  { program, channels, roots, shape }: PopulationEnvironment,
  spent: Float64Array,
): void {
  if (!channels || !roots || !program.arrivals) return;
  for (let row = shape.founders; row < channels.length; row++)
    spent[roots[row]] -= program.arrivals.channels[channels[row] - 1]?.cost ?? 0;
}

/** What was summed for each unit; newcomers count with the founding user they came beside or through. */
function unitSums(environment: PopulationEnvironment, name: string): Float64Array {
  const column = environment.column(`sum_${name}`);
  const { roots, program, shape } = environment;
  if (program.decision || !roots) return Float64Array.from(column);
  const sums = new Float64Array(shape.founders);
  for (const [row, value] of column.entries()) sums[roots[row]] += value;
  return sums;
}
