import type { Replay } from './replay.ts';

/** Which way a search goes from a user: 1 up the numbers, −1 down; at the end it goes on from the other end. */
export type Direction = 1 | -1;

/** The nearest other user in a stage in the evening of `day`; undefined where there is no other. */
export function nextInStage(
  replay: Replay,
  day: number,
  stage: number,
  user: number,
  direction: Direction,
): number | undefined {
  const stages = replay.stagesOn(day);
  return nearestUser(stages.length, user, direction, (other) => stages[other] === stage);
}

/** The nearest other user of those marked; undefined where there is no other. */
export function nextAmong(among: Uint8Array, user: number, direction: Direction): number | undefined {
  return nearestUser(among.length, user, direction, (other) => among[other] === 1);
}

/** The user with the smallest number who left for good on `day`; undefined where nobody did. */
export function firstWhoLeft(replay: Replay, day: number): number | undefined {
  const left = whoLeft(replay, day);
  const user = replay.stagesOn(day).findIndex((_, other) => left(other));
  return user < 0 ? undefined : user;
}

/** The nearest other user who left for good on `day`; undefined where there is no other. */
export function nextWhoLeft(
  replay: Replay,
  day: number,
  user: number,
  direction: Direction,
): number | undefined {
  return nearestUser(replay.people, user, direction, whoLeft(replay, day));
}

/** Whether a user left for good on `day`. */
export function leftOnDay(replay: Replay, day: number, user: number): boolean {
  return whoLeft(replay, day)(user);
}

function whoLeft(replay: Replay, day: number): (user: number) => boolean {
  if (day === 0) return () => false;
  const { stages } = replay.recording.program;
  const [morning, evening] = [replay.stagesOn(day - 1), replay.stagesOn(day)];
  // Rows in which nobody is yet have no stage.
  const isGone = (stage: number) => stages[stage]?.absorbing ?? false;
  return (user) => isGone(evening[user]) && !isGone(morning[user]);
}

function nearestUser(
  users: number,
  from: number,
  direction: Direction,
  wanted: (user: number) => boolean,
): number | undefined {
  for (let steps = 1; steps < users; steps++) {
    const user = (((from + direction * steps) % users) + users) % users;
    if (wanted(user)) return user;
  }
  return undefined;
}
