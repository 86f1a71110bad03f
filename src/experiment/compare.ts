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

/** The policies of a comparison that were learned, by name. */
export interface Learned {
  /** agents, each trained anew for every seed */
  readonly perSeed: readonly string[];
  /** runs, each trained once and played on the people of every seed */
  readonly once: readonly string[];
}

/**
 * What the intervals of a comparison are, to stand under every table of it.
 *
 * @param users held-out users per seed, or products
 */
export function captionOf(
  seeds: number,
  users: number,
  { decision }: Pick<Program, 'decision'>,
  learned: Learned,
): string {
  const count = users.toLocaleString('en');
  const people = decision
    ? `${count} held-out products of ${decision.users} users`
    : `${count} held-out users`;
  const paired = `paired by ${decision ? 'product' : 'user'} in differences`;
  if (seeds === 1)
    return `95 % t interval over ${people} of one seed, ${paired}; it says nothing about the luck of training`;
  return `95 % t interval over ${seeds} seeds; each seed has ${trainingOf(learned)}its own ${people}, ${paired}${onceWords(learned)}`;
}

function trainingOf({ perSeed, once }: Learned): string {
  if (perSeed.length === 0) return '';
  return once.length === 0 ? 'its own training and ' : `its own training of ${perSeed.join(', ')}, and `;
}

function onceWords({ once }: Learned): string {
  if (once.length === 0) return '';
  const [are, each, their] = once.length === 1 ? ['is one run', '', 'its'] : ['are runs', 'each ', 'their'];
  return `; ${once.join(', ')} ${are}, ${each}trained once and played on the people of every seed: ${their} intervals hold nothing of the luck of training`;
}

/** What the regret of a comparison is against. */
export function optimumCaption(optimum: number, days: number): string {
  return `regret is against the exact optimum of these ${days} days, ${optimum.toFixed(4)}, which knows the true state and counts the days; it holds the luck of the users, unlike differences from the policy optimal`;
}
