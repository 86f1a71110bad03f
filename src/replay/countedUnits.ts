import type { Units } from './units.ts';

/** Who of two recordings of the same people is counted. */
export interface CountedUnits {
  /** their numbers, rising */
  readonly units: Uint32Array;
  /** by row, 1: counted; undefined: everyone is, those who come later too */
  readonly rows: Uint8Array | undefined;
}

/**
 * All units, or some of them.
 *
 * @param people rows of users
 * @param rows by row, 1: counted; undefined: everyone
 * @throws RangeError if the mask is of other rows, no unit is among them, or units are whole products
 */
export function countedUnits(
  { kind, count }: Units,
  people: number,
  rows: Uint8Array | undefined,
): CountedUnits {
  const all = Uint32Array.from({ length: count }, (_, unit) => unit);
  if (!rows) return { units: all, rows };
  if (rows.length !== people) throw new RangeError(`expected a mask of ${people} rows, got ${rows.length}`);
  if (kind === 'product') throw new RangeError('expected everyone, as products are compared whole');
  const units = all.filter((unit) => rows[unit] === 1);
  if (units.length === 0) throw new RangeError('expected at least one user who was there from the start');
  return { units, rows };
}

/** The values of those who are counted. @param values by unit */
export function ofCounted<Values extends Float64Array | Uint8Array>(
  values: Values,
  { units, rows }: CountedUnits,
): Values {
  if (!rows) return values;
  const kept = values.slice(0, units.length) as Values;
  for (let at = 0; at < units.length; at++) kept[at] = values[units[at]];
  return kept;
}
