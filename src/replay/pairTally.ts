import { type Interval, meanInterval, unpairedInterval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { largest } from './largest.ts';
import type { SegmentOrder } from './segmentOrder.ts';
import { SUMMED } from './unitSums.ts';

/** Most units told of those who gained, and of those who lost. */
export const TOLD = 100;

/** What two policies are compared in: the part still here, in per cent, and the sums so far. */
export const MEASURES = ['here', ...SUMMED] as const;
export type Measure = (typeof MEASURES)[number];

/** One measure on one evening, per unit. */
export interface MeasuredDifference {
  /** means */
  readonly a: number;
  readonly b: number;
  /** A − B with its 95 % interval over units, each compared with itself */
  readonly paired: Interval;
  /** the same as if they were other people; what pairing gains is the difference in width */
  readonly unpaired: Interval;
}

/** Who is better off in one segment: A − B per user. */
export interface SegmentDifference {
  /** index */
  readonly segment: number;
  /** founding users in it */
  readonly users: number;
  /** percentage points */
  readonly here: Interval;
  readonly return: Interval;
}

/** What one unit's rewards so far come to more in A than in B. */
export interface UnitDifference {
  readonly unit: number;
  readonly difference: number;
}

/** What one policy comes to more than the other, in every measure. */
export interface PairDifference extends Readonly<Record<Measure, MeasuredDifference>> {
  /** founding users still here in A and gone in B */
  readonly kept: number;
  /** founding users gone in A and still here in B */
  readonly lost: number;
}

/** Two policies on one evening. */
export interface PairTally {
  readonly difference: PairDifference;
  /** furthest first, at most `TOLD` of each */
  readonly gained: readonly UnitDifference[];
  readonly fell: readonly UnitDifference[];
  /** empty where rewards are those of whole products */
  readonly segments: readonly SegmentDifference[];
}

/** Everybody on one evening. */
export interface PairedEvening extends Pick<PairDifference, 'kept' | 'lost'> {
  readonly measured: Readonly<Record<Measure, MeasuredUnits>>;
}

/** A measure of every unit under both policies. */
export interface MeasuredUnits {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Compares everybody on one evening. */
export function tallyOf({ measured, kept, lost }: PairedEvening, order: SegmentOrder): PairTally {
  const apart = byMeasure((measure) => minus(measured[measure]));
  const told = (sign: 1 | -1) =>
    largest(apart.return, TOLD, sign).map((unit) => ({ unit, difference: apart.return[unit] }));
  return {
    difference: { ...byMeasure((measure) => differenceOf(measured[measure], apart[measure])), kept, lost },
    gained: told(1),
    fell: told(-1),
    segments: segmentsOf(apart, order),
  };
}

/** The same of every measure. */
export function byMeasure<T>(of: (measure: Measure) => T): Record<Measure, T> {
  return Object.fromEntries(MEASURES.map((measure) => [measure, of(measure)])) as Record<Measure, T>;
}

function minus({ a, b }: MeasuredUnits): Float64Array {
  return a.map((value, unit) => value - b[unit]);
}

function differenceOf({ a, b }: MeasuredUnits, apart: Float64Array): MeasuredDifference {
  return { a: mean(a), b: mean(b), paired: meanInterval(apart), unpaired: unpairedInterval(a, b) };
}

function segmentsOf(
  apart: Record<Measure, Float64Array>,
  { units, stretches }: SegmentOrder,
): SegmentDifference[] {
  const within = (values: Float64Array, from: number, to: number) =>
    meanInterval(Float64Array.from(units.subarray(from, to), (unit) => values[unit]));
  return stretches.map(({ segment, from, to }) => ({
    segment,
    users: to - from,
    here: within(apart.here, from, to),
    return: within(apart.return, from, to),
  }));
}
