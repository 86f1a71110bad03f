import type { Snapshot } from '../../environments/contract.ts';

type Arrays = Readonly<Record<string, Float64Array>>;

/** Copies of arrays, for a snapshot. */
export function copiesOf(arrays: Arrays): Snapshot {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.slice()]));
}

/**
 * Fills arrays from a snapshot.
 *
 * @throws RangeError naming what is missing or of another size, before anything is changed
 */
export function restoreArrays(arrays: Arrays, snapshot: Snapshot): void {
  for (const [name, { length }] of Object.entries(arrays)) {
    const saved = snapshot[name];
    if (!(saved instanceof Float64Array && saved.length === length))
      throw new RangeError(`the snapshot does not fit: expected "${name}" to be ${length} numbers`);
  }
  for (const [name, array] of Object.entries(arrays)) array.set(snapshot[name] as Float64Array);
}

/** @throws RangeError if the snapshot has no day */
export function dayOf(snapshot: Snapshot): number {
  const { day } = snapshot;
  if (typeof day !== 'number') throw new RangeError('the snapshot has no day');
  return day;
}
