/** A range of an axis: its lower and its upper end. */
export type Range = readonly [low: number, high: number];

/** Steps that people count in, times a power of ten. */
const STEPS = [1, 2, 5, 10];
/** About as many steps as there are between the ends. */
const PARTS = 5;
/** Values that differ by a smaller part of them are told as one: ends have twelve digits. */
const LEAST_PART = 1e-9;
/** Anything smaller is 0, as steps between such numbers have no floating-point form. */
const LEAST = 1e-300;

/** The least range with round ends that holds all finite values; 0 to 1 where there are none. */
export function niceRange(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const size = high - low > LEAST_PART * largest ? high - low : largest;
  const step = stepOf((size > LEAST ? size : PARTS) / PARTS);
  const ends = [Math.floor(low / step), Math.ceil(high / step)];
  if (ends[0] === ends[1]) return [round(ends[0] - 1, step), round(ends[1] + 1, step)];
  return [Math.min(round(ends[0], step), low), Math.max(round(ends[1], step), high)];
}

function stepOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (STEPS.find((step) => step * power >= least) ?? 10);
}

/** A multiple of a step without the digits that binary fractions add, and without a negative 0. */
function round(times: number, step: number): number {
  return Number((times * step).toPrecision(12)) + 0;
}
