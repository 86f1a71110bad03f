import type { Branching } from './branching.ts';

/** One user at one moment of a day: what formulas read. */
export interface Moment {
  /** values of the names, by slot; conditions are 1 or 0 */
  readonly values: Float64Array;
  readonly branching: Branching;
  /** draws made today, by purpose: a < x < b reads x twice, and draws once */
  readonly drawn: Map<string, number>;
}

/** A formula made ready to be evaluated many times. */
export type Evaluate = (moment: Moment) => number;

/** NaN counts as false. */
export function holds(value: number): boolean {
  return value < 0 || value > 0;
}
