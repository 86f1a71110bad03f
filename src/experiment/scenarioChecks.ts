import type { Policy } from '../../environments/contract.ts';
import type { Check, Program } from '../../environments/scenario/program.ts';
import { mean, variance } from '../statistics/mean.ts';
import { evaluate } from './evaluate.ts';

/** One of a scenario's own sanity tests, with what was found. */
export interface CheckResult {
  readonly check: Check;
  readonly value: number;
  readonly passed: boolean;
}

/** How the checks are played. */
export interface CheckPlan {
  readonly users: number;
  readonly seed: string;
  /** makes a policy by its name */
  readonly policy: (name: string) => Policy;
}

/** What a policy comes to by a day: values of users by metric, and shares of stages. */
interface Played {
  readonly perUser: ReadonlyMap<string, Float64Array>;
  readonly shares: ReadonlyMap<string, number>;
}

/** Runs a scenario's checks, playing every policy and day once. */
export function runChecks(program: Program, plan: CheckPlan): CheckResult[] {
  const played = new Map<string, Played>();
  const play = (policy: string, day: number): Played => {
    const key = `${policy}@${day}`;
    const known = played.get(key) ?? playUntil(program, policy, day, plan);
    played.set(key, known);
    return known;
  };
  return program.checks.map((check) => {
    const { policy, minus, day, between } = check;
    const other = minus === undefined ? 0 : checkedValue(check, play(minus, day));
    const value = checkedValue(check, play(policy, day)) - other;
    return { check, value, passed: value >= between[0] && value <= between[1] };
  });
}

function playUntil(
  program: Program,
  policy: string,
  day: number,
  { users, seed, policy: make }: CheckPlan,
): Played {
  const { metrics, stageCounts } = evaluate(program, make(policy), { users, seed, days: day });
  const count = program.stages.length;
  const today = stageCounts.subarray((day - 1) * count, day * count);
  const born = today.reduce((sum, inStage) => sum + inStage, 0);
  const shares = program.stages.map(({ name }, k): [string, number] => [name, today[k] / born]);
  return { perUser: new Map(metrics.map(({ name, values }) => [name, values])), shares: new Map(shares) };
}

function checkedValue({ metric, per, statistic }: Check, { perUser, shares }: Played): number {
  if (metric.startsWith('share.')) return shares.get(metric.slice('share.'.length)) ?? Number.NaN;
  const values = perUser.get(metric === 'retention' ? 'retention.end' : metric) ?? new Float64Array(0);
  if (per !== undefined) return mean(values) / mean(perUser.get(per) ?? []);
  switch (statistic) {
    case 'mean':
      return mean(values);
    case 'sd':
      return Math.sqrt(variance(values));
    case 'cv':
      return Math.sqrt(variance(values)) / mean(values);
    case 'zeros':
      return values.filter((value) => value === 0).length / values.length;
  }
}
