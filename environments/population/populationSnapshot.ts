import type { RowCopy } from './layout.ts';

/** One user on the evening of a day, to be lived on alone. */
export interface PlantedUser {
  readonly day: number;
  readonly row: RowCopy;
}

/** A snapshot of a population between two days. */
export interface PopulationSnapshot {
  readonly day: number;
  readonly seed: string;
  readonly bytes: ArrayBuffer;
  /** of the groups, where there is something to know of them */
  readonly groups?: ArrayBuffer | undefined;
  readonly spent?: number | undefined;
  readonly turnedAway?: number | undefined;
}
