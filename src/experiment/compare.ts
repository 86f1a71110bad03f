import type { Program } from '../../environments/scenario/program.ts';
import type { Interval } from '../statistics/interval.ts';
import { pairedInterval, seedInterval } from '../statistics/interval.ts';
import type { Evaluation } from './evaluate.ts';
import { regretOf } from './regret.ts';

/** A policy under its name, evaluated on every seed. */
export interface Contestant {
  readonly name: string;
  /** one per seed, on the same users as the other contestants of that seed */
  readonly evaluations: readonly Pick<Evaluation, 'metrics'>[];
}

export interface PolicyResult {
  readonly name: string;
  /** by name; where the optimum is known also `regret` and, if it is positive, `ofOptimum` (0 to 1) */
  readonly metrics: Readonly<Record<string, Interval>>;
}

/** a − b in one metric. */
export interface Difference extends Interval {
  readonly a: string;
  readonly b: string;
  readonly metric: string;
}

export interface Comparison {
  /** what the best policy over the true state is worth per user; undefined where it is not known */
  readonly optimum: number | undefined;
  readonly policies: readonly PolicyResult[];
  /** every ordered pair of different policies, every metric */
  readonly differences: readonly Difference[];
}

/**
 * Puts the evaluations of several policies on the same people side by side.
 *
 * @param optimum exact return per user of the best policy, where it is known
 */
export function compare(contestants: readonly Contestant[], optimum?: number): Comparison {
  const names = contestants[0]?.evaluations[0]?.metrics.map((metric) => metric.name) ?? [];
  const valuesOf = ({ evaluations }: Contestant, index: number) =>
    evaluations.map(({ metrics }) => metrics[index].values);
  const policies = contestants.map((contestant) => ({
    name: contestant.name,
    metrics: withRegret(
      Object.fromEntries(names.map((name, index) => [name, seedInterval(valuesOf(contestant, index))])),
      optimum,
    ),
  }));
  const differences = contestants.flatMap((a) =>
    contestants
      .filter((b) => b !== a)
      .flatMap((b) =>
        names.map((metric, index) => ({
          a: a.name,
          b: b.name,
          metric,
          ...pairedInterval(valuesOf(a, index), valuesOf(b, index)),
        })),
      ),
  );
  return { optimum, policies, differences };
}

function withRegret(metrics: PolicyResult['metrics'], optimum: number | undefined): PolicyResult['metrics'] {
  if (optimum === undefined) return metrics;
  const { regret, ofOptimum } = regretOf(metrics['return'], optimum);
  return { ...metrics, regret, ...(ofOptimum && { ofOptimum }) };
}

/** What the intervals of a comparison are, to stand under every table of it. */
export function captionOf(seeds: number, users: number, { decision }: Pick<Program, 'decision'>): string {
  const count = users.toLocaleString('en');
  const people = decision
    ? `${count} held-out products of ${decision.users} users`
    : `${count} held-out users`;
  const unit = decision ? 'product' : 'user';
  return seeds === 1
    ? `95 % t interval over ${people} of one seed, paired by ${unit} in differences; it says nothing about the luck of training`
    : `95 % t interval over ${seeds} seeds; each seed has its own training and its own ${people}, paired by ${unit} in differences`;
}

/** What the regret of a comparison is against. */
export function optimumCaption(optimum: number, days: number): string {
  return `regret is against the exact optimum of these ${days} days, ${optimum.toFixed(4)}, which knows the true state and counts the days; it holds the luck of the users, unlike differences from the policy optimal`;
}
