import { daysUntil } from '../liveTo.ts';
import { asPart, type Work } from '../patiently.ts';
import type { Replay } from '../replay.ts';

/** Who is asked about: all who left for good on a day, or one user who left. */
export type WhoLeft =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'user'; readonly user: number };

/** Those who left for good on one day. */
export interface Leavers {
  readonly day: number;
  /** in ascending order, at least one */
  readonly users: readonly number[];
}

/**
 * Finds who is asked about; where nobody left, says so in words, with the nearest day on which anybody did.
 *
 * @throws RangeError if there is no such day or user
 */
export function* findLeavers(replay: Replay, who: WhoLeft): Work<Leavers | string> {
  if (who.kind === 'user') return alone(replay, who.user);
  const { day } = who;
  yield* lived(replay, day);
  const users = leaversOn(replay, day);
  if (users.length > 0) return { day, users };
  yield* lived(replay, replay.days);
  const nearest = nearestLeavingDay(replay, day);
  if (!nearest) return `nobody left on any of the ${replay.days} days`;
  return `nobody left on day ${day}; on day ${nearest.day}, the nearest, ${nearest.users} did`;
}

function alone(replay: Replay, user: number): Leavers | string {
  const { leftOn } = replay.life(user);
  if (leftOn !== undefined) return { day: leftOn, users: [user] };
  return `user ${user} did not leave: there is nobody to keep`;
}

/** Lives on to the evening of a day; one that there is not is refused before anything is lived. */
function* lived(replay: Replay, day: number): Work<void> {
  if (day <= replay.days) yield* asPart(daysUntil(replay, day), 0);
  replay.liveUntil(day);
}

/** Who left for good on a day that was lived. */
function leaversOn(replay: Replay, day: number): number[] {
  const users: number[] = [];
  for (const [user, leftOn] of replay.leavingDays().entries()) if (leftOn === day) users.push(user);
  return users;
}

/** The nearest day on which somebody left for good, the earlier of two, and how many did; undefined: nobody ever did. */
function nearestLeavingDay(replay: Replay, day: number): { day: number; users: number } | undefined {
  const counts = new Map<number, number>();
  for (const leftOn of replay.leavingDays())
    if (leftOn > 0) counts.set(leftOn, (counts.get(leftOn) ?? 0) + 1);
  const byDistance = [...counts].sort(([a], [b]) => Math.abs(a - day) - Math.abs(b - day) || a - b);
  return byDistance.map(([on, users]) => ({ day: on, users }))[0];
}
