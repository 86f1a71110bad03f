/** The days that a strip shows. */
export interface StripWindow {
  readonly from: number;
  /** last day, itself shown */
  readonly to: number;
}

/**
 * As many days as there are cells, with today in the middle unless an end of the life is near.
 *
 * @param days last day of the life; the first is 0
 */
export function stripWindow(day: number, days: number, cells: number): StripWindow {
  const from = Math.max(0, Math.min(day - Math.floor(cells / 2), days + 1 - cells));
  return { from, to: Math.min(from + cells - 1, days) };
}
