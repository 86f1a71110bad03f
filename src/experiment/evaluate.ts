import type { Policy } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { breathing } from './breathing.ts';
import { interact } from './interact.ts';
import type { PolicyOf } from './optimalPolicy.ts';

/** Days at which retention is reported, besides the horizon. */
export const RETENTION_DAYS = [1, 7, 30, 90] as const;

/** One metric of every user: what a policy came to for them. */
export interface UserMetric {
  /** `return`, `retention.30`, `cost`, `contacts` or a metric of the scenario */
  readonly name: string;
  /** users */
  readonly values: Float64Array;
}

/** A policy played on one population. */
export interface Evaluation {
  readonly metrics: readonly UserMetric[];
  /** days × users; the actions taken, for replays; empty if not asked for */
  readonly actions: Uint8Array;
  /** days × stages; users in each stage every evening */
  readonly stageCounts: Uint32Array;
}

export interface EvaluationOptions {
  /** number of users */
  readonly users: number;
  /** who they are, and their luck */
  readonly seed: string;
  /** keep every action */
  readonly record?: boolean;
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
  const { users, seed, record = false, days = program.horizon } = options;
  const environment = new PopulationEnvironment(program, { users, measured: true });
  const played = typeof policy === 'function' ? policy(environment) : policy;
  const lastDay = new Uint32Array(users).fill(days + 1);
  const actions = new Uint8Array(record ? days * users : 0);
  const stageCounts = new Uint32Array(days * program.stages.length);
  for (const { step, next, actions: taken } of interact(environment, played, seed)) {
    if (record) actions.set(taken, step.day * users);
    for (let i = 0; i < users; i++) {
      if (step.observation.active[i] === 1 && next.discounts[i] === 0) lastDay[i] = next.day;
      stageCounts[step.day * program.stages.length + environment.stages[i]]++;
    }
    if (next.day === days) break;
    yield;
  }
  return {
    metrics: [...sums(program, environment, days), ...retention(lastDay, days)],
    actions,
    stageCounts,
  };
}

function sums(program: Program, environment: PopulationEnvironment, days: number): UserMetric[] {
  const column = (name: string) => Float64Array.from(environment.column(`sum_${name}`));
  const fixed = ['return', 'cost', 'contacts'].map((name) => ({ name, values: column(name) }));
  const own = program.metrics.map(({ name, over }) => {
    const values = column(`${name}_`);
    return { name, values: over === 'mean' ? values.map((sum) => sum / days) : values };
  });
  return [...fixed, ...own];
}

/** Still there on the evening of a day: 1 or 0. */
function retention(lastDay: Uint32Array, days: number): UserMetric[] {
  const at = (day: number) => Float64Array.from(lastDay, (last) => (last > day ? 1 : 0));
  const dated = RETENTION_DAYS.filter((day) => day <= days).map((day) => ({
    name: `retention.${day}`,
    values: at(day),
  }));
  return [...dated, { name: 'retention.end', values: at(days) }];
}
