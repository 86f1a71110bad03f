import type { Work } from '../patiently.ts';
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
  for (let day = replay.livedDays + 1; day < who.day && day < replay.days; day++) {
    replay.liveUntil(day);
    yield 0;
  }
  const users = leaversOn(replay, who.day);
  if (users.length > 0) return { day: who.day, users };
  const nearest = yield* nearestLeavingDay(replay, who.day);
  if (nearest === undefined) return `nobody left on any of the ${replay.days} days`;
  const { length } = leaversOn(replay, nearest);
  return `nobody left on day ${who.day}; on day ${nearest}, the nearest, ${length} did`;
}

function alone(replay: Replay, user: number): Leavers | string {
  const { leftOn } = replay.life(user);
  if (leftOn !== undefined) return { day: leftOn, users: [user] };
  return `user ${user} did not leave: there is nobody to keep`;
}

/** Who left for good on a day, which is lived if it was not yet. */
function leaversOn(replay: Replay, day: number): number[] {
  replay.liveUntil(day);
  return [...replay.leavingDays().entries()].filter(([, leftOn]) => leftOn === day).map(([user]) => user);
}

/** The nearest other day on which somebody left for good, the earlier of two; undefined: on no other. */
function* nearestLeavingDay(replay: Replay, day: number): Work<number | undefined> {
  for (let distance = 1; distance <= replay.days; distance++) {
    const both = [day - distance, day + distance].filter((other) => other >= 1 && other <= replay.days);
    const nearest = both.find((other) => leaversOn(replay, other).length > 0);
    if (nearest !== undefined) return nearest;
    yield 0;
  }
  return undefined;
}
