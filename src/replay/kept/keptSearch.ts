import type { Program } from '../../../environments/scenario/program.ts';
import type { Decider } from '../decider.ts';
import { partBranch, wholeBranch } from '../forks/branch.ts';
import { asPart, type Patience, patiently, type Work } from '../patiently.ts';
import type { Replay } from '../replay.ts';
import { findLeavers, type Leavers, type WhoLeft } from './leavers.ts';
import { type OtherAction, trialWork } from './trial.ts';
import { type TriedAction, triedActions } from './triedActions.ts';

/** What would have become of those who left on a day, had one thing been done otherwise on one morning before. */
export interface KeptSearch {
  readonly kind: 'searched';
  /** the day on which they left */
  readonly day: number;
  /** the first morning tried; the last one is that of `day` */
  readonly from: number;
  /** the last recorded day, on which who was kept is still there */
  readonly until: number;
  readonly leavers: readonly Leaver[];
  /** each action on each morning in sum, those that keep most first */
  readonly actions: readonly TriedAction[];
}

/** One who left. */
export interface Leaver {
  readonly user: number;
  /** by morning, then by action; what was done anyway and what was not available is not among them */
  readonly tried: readonly Tried[];
}

/** Another action, and what would have come of it. */
export interface Tried extends OtherAction {
  /** the day on which the user would have left for good; undefined: it would be there on the last recorded day */
  readonly leftOn: number | undefined;
}

/** A search that cannot be made, with why. */
export interface NotSearched {
  readonly kind: 'none';
  readonly reason: string;
}

/** Mornings tried: that of the day of leaving, and those before it. */
export const MORNINGS = 7;

/**
 * Who of those who left could have been kept: tries every other action on the morning of that day and on each of the
 * six before, one at a time, with the same luck; from there on the policy decides, as it does in `forkRecording`.
 *
 * @param decider the policy that was recorded; undefined: recorded actions go on whatever is seen
 * @throws RangeError if there is no such day or user
 */
export async function searchKept(
  replay: Replay,
  who: WhoLeft,
  decider: Decider | undefined,
  patience: Patience = {},
): Promise<KeptSearch | NotSearched> {
  return patiently(keptWork(replay, who, decider), patience);
}

/** The same piece by piece, for who has other things to do meanwhile. */
export function* keptWork(
  replay: Replay,
  who: WhoLeft,
  decider: Decider | undefined,
): Work<KeptSearch | NotSearched> {
  const shared = whyShared(replay.recording.program);
  if (shared !== undefined) return { kind: 'none', reason: shared };
  const found = yield* findLeavers(replay, who);
  if (typeof found === 'string') return { kind: 'none', reason: found };
  const { day } = found;
  const from = Math.max(day - MORNINGS + 1, 1);
  const leavers = yield* tryAll(replay, found, from, decider);
  return { kind: 'searched', day, from, until: replay.days, leavers, actions: triedActions(leavers, day) };
}

function* tryAll(replay: Replay, found: Leavers, from: number, decider: Decider | undefined): Work<Leaver[]> {
  const { users, day } = found;
  // Who remembers has to have seen the days before; who knows the world has to have all of it.
  const start = decider?.remembers ? 0 : from - 1;
  const begin = decider?.knowsWorld ? wholeBranch(replay, start) : partBranch(replay, users, start);
  const evening = yield* asPart(begin, 0);
  const others = otherActions(replay.recording.program, from, day);
  const tried = new Map<number, Tried[]>(users.map((user) => [user, []]));
  for (const [k, other] of others.entries()) {
    const trial = trialWork({ replay, leavers: found, decider, evening }, other);
    for (const { user, leftOn } of yield* share(trial, k, others.length))
      tried.get(user)?.push({ ...other, leftOn });
  }
  return [...tried].map(([user, list]) => ({ user, tried: list }));
}

/** Why nobody is kept alone in a scenario, in words; undefined: everybody's life is their own. */
export function whyShared({ arrivals, decision, budget, name }: Program): string | undefined {
  if (decision) return `${name} takes one decision for a whole product: nobody there is kept alone`;
  if (budget) return `the budget of ${name} is shared: what keeps one is missing for another`;
  return arrivals ? `new users come to ${name}, who depend on those there: nobody is kept alone` : undefined;
}

function otherActions({ actions }: Program, from: number, until: number): OtherAction[] {
  const days = Array.from({ length: until - from + 1 }, (_, k) => from + k);
  return days.flatMap((day) => actions.map((_, action) => ({ day, action })));
}

/** The part of a whole that one of its pieces is. */
function* share<Result>(work: Work<Result>, piece: number, pieces: number): Work<Result> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield (piece + next.value) / pieces;
  }
}
