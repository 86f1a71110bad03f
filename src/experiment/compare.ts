import type { Interval } from '../statistics/interval.ts';
import { pairedInterval, seedInterval } from '../statistics/interval.ts';
import type { Evaluation } from './evaluate.ts';

/** A policy under its name, evaluated on every seed. */
export interface Contestant {
  readonly name: string;
  /** one per seed, on the same users as the other contestants of that seed */
  readonly evaluations: readonly Pick<Evaluation, 'metrics'>[];
}

export interface PolicyResult {
  readonly name: string;
  readonly metrics: Readonly<Record<string, Interval>>;
}

/** a − b in one metric. */
export interface Difference extends Interval {
  readonly a: string;
  readonly b: string;
  readonly metric: string;
}

export interface Comparison {
  readonly policies: readonly PolicyResult[];
  /** every ordered pair of different policies, every metric */
  readonly differences: readonly Difference[];
}

/** Puts the evaluations of several policies on the same people side by side. */
export function compare(contestants: readonly Contestant[]): Comparison {
  const names = contestants[0]?.evaluations[0]?.metrics.map((metric) => metric.name) ?? [];
  const valuesOf = ({ evaluations }: Contestant, index: number) =>
    evaluations.map(({ metrics }) => metrics[index].values);
  const policies = contestants.map((contestant) => ({
    name: contestant.name,
    metrics: Object.fromEntries(
      names.map((name, index) => [name, seedInterval(valuesOf(contestant, index))]),
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
  return { policies, differences };
}

/** What the intervals of a comparison are, to stand under every table of it. */
export function captionOf(seeds: number, users: number): string {
  const people = `${users.toLocaleString('en')} held-out users`;
  return seeds === 1
    ? `95 % t interval over ${people} of one seed, paired by user in differences; it says nothing about the luck of training`
    : `95 % t interval over ${seeds} seeds; each seed has its own training and its own ${people}, paired by user in differences`;
}
