import type { OfBoth, UnitDifference } from './pairTally.ts';

/** One unit under both policies. */
export interface PairedUnit extends UnitDifference {
  /** undefined where only those differ who came beside or through it */
  readonly parting: Parting | undefined;
}

/** The day on which a unit's lives part, and what each policy did on it. */
export interface Parting extends OfBoth<Turn> {
  readonly day: number;
}

export interface Turn {
  /** index */
  readonly action: number;
  /** index of the stage in the evening; of a product undefined */
  readonly stage: number | undefined;
}
