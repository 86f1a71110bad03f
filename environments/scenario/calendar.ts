/** The date of day 1. */
export interface StartDate {
  /** as the file writes it: 2026-09-07 */
  readonly date: string;
  /** days since 1970-01-01 */
  readonly number: number;
}

const DAYS_OF_WEEK = 7;
const DAYS_OF_YEAR = 365;
/** 1970-01-01 was a Thursday: the fourth day of a week that begins on Monday. */
const WEEKDAY_OF_ZERO = 4;

/** Reads a date; undefined where there is no such day. */
export function startDate(date: string): StartDate | undefined {
  const [year, month, day] = date.split('-').map(Number);
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1])) return undefined;
  const before = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  return { date, number: newYear(year) + before + day - 1 };
}

/** Day of the week, from 1 on: Monday is 1 where the date of day 1 is known, otherwise day 1 is. 0 at birth. */
export function weekdayOn(starts: StartDate | undefined, day: number): number {
  return day === 0 ? 0 : ((day - 1 + weekdayShift(starts)) % DAYS_OF_WEEK) + 1;
}

/** Days from the last day 1 of a week to day 1. */
export function weekdayShift(starts: StartDate | undefined): number {
  if (!starts) return 0;
  const shift = (starts.number + WEEKDAY_OF_ZERO - 1) % DAYS_OF_WEEK;
  return (shift + DAYS_OF_WEEK) % DAYS_OF_WEEK;
}

/**
 * Day of the year, from 1 on. 0 at birth.
 *
 * @param first days from 1970-01-01 to day 1; undefined: day 1 is the first of a year, and every year has 365 days
 */
export function yeardayOn(first: number | undefined, day: number): number {
  if (day === 0) return 0;
  if (first === undefined) return ((day - 1) % DAYS_OF_YEAR) + 1;
  const today = first + day - 1;
  let year = 1970 + Math.floor(today / 365.2425);
  while (newYear(year) > today) year--;
  while (newYear(year + 1) <= today) year++;
  return today - newYear(year) + 1;
}

/** Days from 1970-01-01 to the first day of a year, in the Gregorian calendar. */
function newYear(year: number): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return DAYS_OF_YEAR * (year - 1970) + leaps - LEAPS_BEFORE_1970;
}

const LEAPS_BEFORE_1970 = 477;

function isLeap(year: number): boolean {
  return newYear(year + 1) - newYear(year) > DAYS_OF_YEAR;
}
