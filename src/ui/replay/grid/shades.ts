import { LEVELS } from './userGrid.ts';

/** A shade for every user. */
export interface Shades {
  /** by row, 0 to `LEVELS` − 1 */
  readonly levels: Uint8Array;
  /** what they mean, for people: lightest and darkest */
  readonly scale: readonly [string, string];
}

/** Days until leaving that still belong to each darker shade. */
const WITHIN = [30, 14, 7, 3] as const;

/**
 * Shades by hindsight: the darker, the sooner the user leaves for good.
 *
 * @param leavingDays the day on which each user leaves, −1 where it does not as far as is known
 */
export function leavingShades(leavingDays: Int32Array, day: number): Shades {
  const levels = new Uint8Array(leavingDays.length);
  for (let row = 0; row < levels.length; row++) {
    if (leavingDays[row] < 0) continue;
    const left = leavingDays[row] - day;
    levels[row] = WITHIN.reduce<number>((level, days) => (left <= days ? level + 1 : level), 0);
  }
  return { levels, scale: ['stays 30 days', 'leaves within 3'] };
}

/** Shades by a number of each user: as many steps of equal size as there are shades, between the extremes. */
export function valueShades(
  values: Float64Array,
  drawn: (row: number) => boolean,
  words: (value: number) => string,
): Shades {
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    if (!drawn(row) || !Number.isFinite(values[row])) continue;
    low = Math.min(low, values[row]);
    high = Math.max(high, values[row]);
  }
  if (low > high) return { levels: new Uint8Array(values.length), scale: ['', ''] };
  const step = (high - low) / LEVELS || 1;
  const levels = Uint8Array.from(values, (value) =>
    Number.isFinite(value) ? Math.min(Math.max(Math.floor((value - low) / step), 0), LEVELS - 1) : 0,
  );
  return { levels, scale: [words(low), words(high)] };
}
