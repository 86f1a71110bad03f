import type { Decider } from '../decider.ts';
import { AskedPolicy } from '../forks/askedPolicy.ts';
import { availableInstead } from '../forks/availableInstead.ts';
import type { Branch } from '../forks/branch.ts';
import { ForkedChoices } from '../forks/forkedChoices.ts';
import { livePast } from '../forks/livePast.ts';
import { asPart, type Work } from '../patiently.ts';
import { actionsOn, shapeOfRecording } from '../recording.ts';
import type { Replay } from '../replay.ts';
import type { Leavers } from './leavers.ts';

/** What all trials begin with. */
export interface TrialStart {
  readonly replay: Replay;
  readonly leavers: Leavers;
  /** undefined: recorded actions go on */
  readonly decider: Decider | undefined;
  /** the leavers on an evening before the first trial; at birth where the policy remembers */
  readonly evening: Branch;
}

/** Another action on one morning. */
export interface OtherAction {
  readonly day: number;
  /** index */
  readonly action: number;
}

/** What became of one user that was given another action. */
export interface TriedLife {
  readonly user: number;
  /** the day on which it left for good then; undefined: it is there on the last recorded day */
  readonly leftOn: number | undefined;
}

/**
 * Gives all leavers one action on one morning, each of them alone, and lets the policy go on from there.
 *
 * @returns the lives of those to whom something else was done on that day and to whom it could be given
 */
export function* trialWork(start: TrialStart, { day, action }: OtherAction): Work<TriedLife[]> {
  const { replay, decider, evening } = start;
  const { recording, days } = replay;
  const fork = yield* asPart(evening.twin(), 0);
  const policy = decider && new AskedPolicy(decider, fork.world, shapeOfRecording(recording).deciders);
  if (policy) for (const _ of livePast(replay, day - 1, fork, policy)) yield 0;
  else while (fork.world.day < day - 1) yield* asPart(fork.live(actionsOn(recording, fork.world.day + 1)), 0);
  const given = givenTo(start, fork, { day, action });
  const forced = { action, from: day, to: day, isMeant: (row: number) => given.has(row) };
  // Each of them is given something else, so their lives part at once: there is no need to look for when.
  const choices = new ForkedChoices(recording, forced, { fork, original: undefined, policy });
  const left = new Map<number, number>();
  for (let on = day; on <= days && left.size < given.size; on++) {
    const taken = yield* asPart(fork.live(choices.on(on)), (on - day) / (days - day + 1));
    policy?.tell(taken);
    noteWhoLeft(left, given, fork, on);
    yield (on - day + 1) / (days - day + 1);
  }
  return [...given].map((user) => ({ user, leftOn: left.get(user) }));
}

/** To whom the action can be given that morning, and is another than what was done. */
function givenTo({ replay, leavers }: TrialStart, { observation }: Branch, other: OtherAction): Set<number> {
  const recorded = actionsOn(replay.recording, other.day);
  const done = (user: number) => availableInstead(observation, user, recorded[user]);
  const isOther = (user: number) =>
    availableInstead(observation, user, other.action) === other.action && done(user) !== other.action;
  return new Set(leavers.users.filter(isOther));
}

function noteWhoLeft(
  left: Map<number, number>,
  users: Set<number>,
  { observation }: Branch,
  day: number,
): void {
  for (const user of users) if (observation.active[user] === 0 && !left.has(user)) left.set(user, day);
}
