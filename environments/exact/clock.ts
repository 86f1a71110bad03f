import { type StartDate, weekdayOn, yeardayOn } from '../scenario/calendar.ts';
import type { Carried } from './carried.ts';
import type { UserState } from './userDay.ts';

/** What a state knows of the time: the day or the weekday that is over, 0 at birth. */
export interface Clock {
  readonly kind: 'day' | 'weekday';
  readonly value: number;
}

/** The clock of a state, if the program asks for the time at all. */
export function clockOf(carried: readonly Carried[], state: UserState): Clock | undefined {
  const k = carried.findIndex(({ kind }) => kind === 'day' || kind === 'weekday');
  return k < 0 ? undefined : { kind: carried[k].kind as Clock['kind'], value: state[k] };
}

/** The clock a day later. */
export function tick({ kind, value }: Clock, starts: StartDate | undefined): Clock {
  if (kind === 'day') return { kind, value: value + 1 };
  return { kind, value: value === 0 ? weekdayOn(starts, 1) : (value % 7) + 1 };
}

/** The built-in names of the time; those that a weekday alone does not tell are NaN, as no formula asks for them. */
export function timeOf(
  { kind, value }: Clock,
  starts: StartDate | undefined,
): Readonly<Record<'day' | 'weekday' | 'yearday' | 'tenure', number>> {
  if (kind === 'weekday') return { day: Number.NaN, tenure: Number.NaN, yearday: Number.NaN, weekday: value };
  const [weekday, yearday] = [weekdayOn(starts, value), yeardayOn(starts?.number, value)];
  return { day: value, tenure: value, weekday, yearday };
}
