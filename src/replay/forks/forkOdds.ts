import { type Interval, meanInterval, pairedInterval } from '../../statistics/interval.ts';
import type { Decider } from '../decider.ts';
import { type Patience, patiently, type Work } from '../patiently.ts';
import type { Replay } from '../replay.ts';
import { absence } from './forkChoice.ts';
import { FreshLives, freshLucks, type LivedFresh } from './freshLives.ts';

/** What is asked: how a user's life would go on if it were given an action on some days. */
export interface OddsQuestion {
  readonly user: number;
  /** the first of these days, from 1 */
  readonly day: number;
  /** number of days on which it is given; Infinity: to the end; default 1 */
  readonly days?: number;
  /** index */
  readonly action: number;
  /** how often it is lived, each time with another luck from that day on; default 400 */
  readonly lives?: number;
}

/** Something of a life with the action that was asked for and with the recorded one: means over lives, 95 % intervals. */
export interface OddsOf {
  readonly asked: Interval;
  readonly recorded: Interval;
  /** asked − recorded, each luck compared with itself */
  readonly difference: Interval;
}

/** How a life is likely to go on, with one action and with another, from the same morning in the same state. */
export interface ForkOdds {
  readonly kind: 'odds';
  readonly user: number;
  readonly day: number;
  /** indices of what is really done that day: an action that is not available is not among them */
  readonly asked: number;
  readonly recorded: number;
  readonly lives: number;
  /** the last day lived */
  readonly until: number;
  /** probability of being there then, 0 to 1 */
  readonly here: OddsOf;
  /** rewards from that day on, not discounted */
  readonly rewards: OddsOf;
}

/** Odds that cannot be told, with why. */
export interface NoOdds {
  readonly kind: 'none';
  readonly reason: string;
}

const LIVES = 400;

/**
 * How likely a user is to be there on the last recorded day if given an action, against what was recorded: one luck is
 * one luck. Many copies of it live on from the same morning, in the same hidden state, each with a luck of its own that
 * is the same for both actions; after the days asked for, or the one recorded, the policy decides.
 *
 * @throws RangeError if the number of lives is not a whole number of at least 2
 */
export async function forkOdds(
  replay: Replay,
  question: OddsQuestion,
  decider: Decider | undefined,
  patience: Patience = {},
): Promise<ForkOdds | NoOdds> {
  return patiently(oddsWork(replay, question, decider), patience);
}

/** The same piece by piece, for who has other things to do meanwhile. */
export function* oddsWork(
  replay: Replay,
  { user, day, days = 1, action, lives = LIVES }: OddsQuestion,
  decider: Decider | undefined,
): Work<ForkOdds | NoOdds> {
  if (!Number.isInteger(lives) || lives < 2)
    throw new RangeError(`expected lives to be a whole number of at least 2, got ${lives}`);
  const reason = whyNoOdds(replay, user, day, decider);
  if (reason !== undefined || !decider) return { kind: 'none', reason: reason ?? NO_POLICY };
  const fresh = new FreshLives(replay, decider, { user, day }, freshLucks(lives, day));
  const asked = yield* half(fresh.live(action, days), 0);
  const recorded = yield* half(fresh.live(replay.life(user).actions[day]), 0.5);
  return {
    kind: 'odds',
    user,
    day,
    asked: asked.action,
    recorded: recorded.action,
    lives,
    until: replay.days,
    here: compared(asked.here, recorded.here),
    rewards: compared(asked.rewards, recorded.rewards),
  };
}

const NO_POLICY = 'the policy that would decide from the next day on is not at hand';

/** Why there are no odds of a user on a day, in words; undefined: there are. */
export function whyNoOdds(
  replay: Replay,
  user: number,
  day: number,
  decider: Decider | undefined,
): string | undefined {
  const { decision, budget, name } = replay.recording.program;
  if (decision) return `${name} takes one decision for a whole product: nobody there lives alone`;
  if (budget) return `the budget of ${name} is shared: nobody there lives alone`;
  return decider ? absence(replay, user, day) : NO_POLICY;
}

function compared(asked: Float64Array, recorded: Float64Array): OddsOf {
  return {
    asked: meanInterval(asked),
    recorded: meanInterval(recorded),
    difference: pairedInterval([asked], [recorded]),
  };
}

function* half(work: Work<LivedFresh>, from: number): Work<LivedFresh> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield from + next.value / 2;
  }
}
