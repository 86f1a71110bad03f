import { type Interval, meanInterval, unpairedInterval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { largest } from './largest.ts';
import type { SegmentOrder } from './segmentOrder.ts';

/** Most units told of those who gained, and of those who lost. */
export const TOLD = 100;

/**
 * What two policies are compared in: the part still here in per cent, and the sums so far; `return` is discounted
 * where the scenario says so.
 */
export const MEASURES = ['here', 'return', 'cost', 'contacts'] as const;
export type Measure = (typeof MEASURES)[number];

/** Something of each of two policies. */
export interface OfBoth<T> {
  readonly a: T;
  readonly b: T;
}

/** One measure on one evening: means per unit. */
export interface MeasuredDifference extends OfBoth<number> {
  /** A − B with its 95 % interval over units, each compared with itself */
  readonly paired: Interval;
  /** the same as if they were other people; what pairing gains is the difference in width */
  readonly unpaired: Interval;
}

/** What one policy comes to more than the other, in every measure. */
export interface PairDifference extends Readonly<Record<Measure, MeasuredDifference>> {
  /** founding users still here in A and gone in B */
  readonly kept: number;
  /** founding users gone in A and still here in B */
  readonly lost: number;
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
  /** index of the stage it is in on that evening; of products undefined */
  readonly stages: OfBoth<number> | undefined;
}

/** Two policies on one evening. */
export interface PairTally {
  readonly difference: PairDifference;
  /** users in each stage, newcomers too */
  readonly stages: OfBoth<readonly number[]>;
  /** furthest first, at most `TOLD` of each */
  readonly gained: readonly UnitDifference[];
  readonly fell: readonly UnitDifference[];
  /** empty where rewards are those of whole products */
  readonly segments: readonly SegmentDifference[];
}

/** All who are counted, on one evening: what is tallied. */
export interface PairedEvening extends Pick<PairDifference, 'kept' | 'lost'>, Pick<PairTally, 'stages'> {
  /** stage index by unit; of products undefined */
  readonly stageOf: OfBoth<Uint8Array> | undefined;
  /** numbers of the units counted */
  readonly units: Uint32Array;
  /** by unit, of those counted */
  readonly measured: Readonly<Record<Measure, OfBoth<Float64Array>>>;
}

/** Compares all who are counted on one evening. */
export function tallyOf(evening: PairedEvening, order: SegmentOrder): PairTally {
  const { units, measured, stages, stageOf, kept, lost } = evening;
  const apart = byMeasure((measure) => minus(measured[measure]));
  const told = (sign: 1 | -1) =>
    largest(apart.return, TOLD, sign).map((place) => {
      const [unit, difference] = [units[place], apart.return[place]];
      return { unit, difference, stages: stageOf && { a: stageOf.a[unit], b: stageOf.b[unit] } };
    });
  return {
    difference: { ...byMeasure((measure) => differenceOf(measured[measure], apart[measure])), kept, lost },
    stages,
    gained: told(1),
    fell: told(-1),
    segments: segmentsOf(apart, order),
  };
}

/** The same of every measure. */
export function byMeasure<T>(of: (measure: Measure) => T): Record<Measure, T> {
  return Object.fromEntries(MEASURES.map((measure) => [measure, of(measure)])) as Record<Measure, T>;
}

function minus({ a, b }: OfBoth<Float64Array>): Float64Array {
  const apart = new Float64Array(a.length);
  for (let unit = 0; unit < a.length; unit++) apart[unit] = a[unit] - b[unit];
  return apart;
}

function differenceOf({ a, b }: OfBoth<Float64Array>, apart: Float64Array): MeasuredDifference {
  const paired = meanInterval(apart);
  // The same difference but for rounding, and so the same number.
  const unpaired = { ...unpairedInterval(a, b), mean: paired.mean };
  return { a: mean(a), b: mean(b), paired, unpaired };
}

function segmentsOf(
  apart: Record<Measure, Float64Array>,
  { places, stretches }: SegmentOrder,
): SegmentDifference[] {
  const within = (values: Float64Array, from: number, to: number) => {
    const those = new Float64Array(to - from);
    for (let at = from; at < to; at++) those[at - from] = values[places[at]];
    return meanInterval(those);
  };
  return stretches.map(({ segment, from, to }) => ({
    segment,
    users: to - from,
    here: within(apart.here, from, to),
    return: within(apart.return, from, to),
  }));
}
