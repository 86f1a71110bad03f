import type { Program } from '../../../environments/scenario/program.ts';
import type { Pair } from '../pair.ts';
import type { OfBoth, PairDifference } from '../pairTally.ts';
import { partingDay } from '../partingDay.ts';
import type { Work } from '../patiently.ts';
import type { Replay } from '../replay.ts';
import type { UserLife } from '../userLife.ts';

/** What came of a fork for one user, with the luck that it had. */
export interface UserOutcome {
  readonly user: number;
  /** the first day that counts */
  readonly fromDay: number;
  /** the last day lived */
  readonly until: number;
  /** the day on which the lives part: another action, or another stage; undefined: never */
  readonly parting: number | undefined;
  readonly fork: UserFuture;
  readonly recorded: UserFuture;
}

/** One future of a user. */
export interface UserFuture {
  /** the day on which the user left for good; undefined: it is there at the end */
  readonly leftOn: number | undefined;
  /** of the days that count; undefined where rewards are those of a whole product */
  readonly earned: Earned | undefined;
}

export interface Earned {
  /** sum of rewards, not discounted */
  readonly rewards: number;
  /** sum of the rewards of the whole life, worth what they are on day 1 where the scenario discounts them */
  readonly return: number;
  /** days with another action than the first */
  readonly contacts: number;
  /** of the actions, currency units */
  readonly cost: number;
}

/** What came of a fork for everyone. A is the fork, B what was recorded. */
export interface PeopleOutcome {
  readonly until: number;
  /** users who are there at the end, newcomers too */
  readonly here: OfBoth<number>;
  /** over the founding users, or products: paired 95 % intervals, who was kept by the fork and who was lost by it */
  readonly difference: PairDifference;
}

/** Compares both futures of one user from a day on. */
export function userOutcome(recorded: Replay, fork: Replay, user: number, fromDay: number): UserOutcome {
  const [before, after] = [recorded.life(user), fork.life(user)];
  const { program } = recorded.recording;
  return {
    user,
    fromDay,
    until: recorded.days,
    parting: partingDay(before, after),
    fork: futureOf(program, after, fromDay),
    recorded: futureOf(program, before, fromDay),
  };
}

/**
 * Compares both futures of everyone, piece by piece.
 *
 * @param pair A is the fork, B what was recorded
 */
export function* peopleOutcome(pair: Pair): Work<PeopleOutcome> {
  while (pair.livedDays < pair.days) {
    pair.liveABit();
    yield pair.livedDays / pair.days;
  }
  const { stages } = pair.program;
  const hereOf = (counts: readonly number[]) =>
    counts.reduce((sum, count, stage) => (stages[stage].absorbing ? sum : sum + count), 0);
  const { a, b } = pair.stages(pair.days);
  return {
    until: pair.days,
    here: { a: hereOf(a), b: hereOf(b) },
    difference: pair.difference(pair.days),
  };
}

function futureOf(program: Program, life: UserLife, fromDay: number): UserFuture {
  return { leftOn: life.leftOn, earned: program.decision ? undefined : earnedBy(program, life, fromDay) };
}

function earnedBy({ actions, objective }: Program, life: UserLife, fromDay: number): Earned {
  const from = Math.max(fromDay, (life.bornOn ?? 0) + 1);
  const lived = life.actions.subarray(from, (life.leftOn ?? life.actions.length - 1) + 1);
  let [total, worth] = [0, 1];
  for (let day = 1; day < life.rewards.length; day++, worth *= objective.discount)
    total += worth * life.rewards[day];
  return {
    rewards: life.rewards.subarray(from).reduce((sum, reward) => sum + reward, 0),
    return: total,
    contacts: lived.filter((action) => action !== 0).length,
    cost: lived.reduce((sum, action) => sum + actions[action].attributes['cost'], 0),
  };
}
