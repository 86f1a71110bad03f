import type { Glyphs } from './glyphs.ts';

/**
 * One character per value, as high as the value between `lowest` and `highest`; a blank for undefined.
 * Where all values are the same, all are at the lowest level.
 */
export function sparkline(
  values: readonly (number | undefined)[],
  [lowest, highest]: readonly [number, number],
  { levels }: Glyphs,
): string {
  const step = (highest - lowest) / levels.length;
  const level = (value: number) =>
    step > 0 ? Math.min(Math.max(Math.floor((value - lowest) / step), 0), levels.length - 1) : 0;
  return values.map((value) => (value === undefined ? ' ' : levels[level(value)])).join('');
}
