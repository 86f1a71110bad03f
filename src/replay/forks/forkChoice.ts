import type { Program } from '../../../environments/scenario/program.ts';
import { actionInWords } from '../actionInWords.ts';
import { decisionDay, shapeOfRecording } from '../recording.ts';
import type { Replay } from '../replay.ts';

/** Who is given another action. */
export type ForkedWho =
  /** by number; where one decision is taken for a whole product, all users of that user's product */
  | { readonly kind: 'user'; readonly user: number }
  /** by index: whoever is in that stage in the morning */
  | { readonly kind: 'stage'; readonly stage: number }
  | { readonly kind: 'everyone' };

/** What is done otherwise than it was recorded. */
export interface ForkChoice {
  readonly who: ForkedWho;
  /** index */
  readonly action: number;
  /** the first day on which it is given, from 1 */
  readonly day: number;
  /** number of days on which it is given; Infinity: to the end */
  readonly days: number;
}

/** Whether what is done to some may change other lives: a user's life is its own where nothing is shared. */
export function touchesOthers({ arrivals, decision, budget }: Program, { kind }: ForkedWho): boolean {
  const isShared = arrivals !== undefined || decision !== undefined || budget !== undefined;
  return kind !== 'user' || isShared;
}

/** First and last day on which a fork gives its action; decisions for several days are given whole. */
export interface ForcedDays {
  readonly from: number;
  readonly to: number;
}

/** @param last the last day there is */
export function forcedDays(program: Program, { day, days }: ForkChoice, last: number): ForcedDays {
  const every = program.decision?.every ?? 1;
  const from = decisionDay(program, day);
  const to = Math.ceil((day - 1 + days) / every) * every;
  return { from, to: Math.min(to, last) };
}

/** A fork in words: "coupon for user 173 on day 40", "nothing for everyone in dormant from day 40 on". */
export function forkTitle(program: Program, choice: ForkChoice): string {
  const { from, to } = forcedDays(program, choice, program.horizon);
  const when = to >= program.horizon ? `from day ${from} on` : `on days ${from} to ${to}`;
  const done = actionInWords(program, choice.action);
  return `${done} for ${whoInWords(program, choice.who)} ${from === to ? `on day ${from}` : when}`;
}

function whoInWords({ stages, decision }: Program, who: ForkedWho): string {
  if (who.kind === 'stage') return `everyone in ${stages[who.stage].name}`;
  if (who.kind === 'user') return decision ? `the product of user ${who.user}` : `user ${who.user}`;
  return decision ? 'every product' : 'everyone';
}

/** Why a recording cannot be forked in this way, in words; undefined: it can. */
export function forkProblem(replay: Replay, choice: ForkChoice): string | undefined {
  const { day, days, action } = choice;
  const { actions } = replay.recording.program;
  if (!isWhole(day, 1, replay.days))
    return `expected day to be a whole number from 1 to ${replay.days}, got ${day}`;
  if (days !== Infinity && !isWhole(days, 1, Infinity))
    return `expected days to be a whole number of at least 1, or Infinity, got ${days}`;
  if (!isWhole(action, 0, actions.length - 1))
    return `expected action to be a whole number from 0 to ${actions.length - 1}, got ${action}`;
  return whoProblem(replay, choice);
}

function whoProblem(replay: Replay, { who, day }: ForkChoice): string | undefined {
  const { program } = replay.recording;
  if (who.kind === 'user') return userProblem(replay, who.user, day);
  if (who.kind === 'everyone') return undefined;
  const { stages } = program;
  if (!isWhole(who.stage, 0, stages.length - 1))
    return `expected stage to be a whole number from 0 to ${stages.length - 1}, got ${who.stage}`;
  if (program.decision)
    return `${program.name} takes one decision for a whole product; nobody is singled out by stage`;
  if (stages[who.stage].absorbing)
    return `who is ${stages[who.stage].name} has left for good: nothing is decided for them any more`;
  return undefined;
}

/** Who is not there has nothing decided for it; a product always has. */
function userProblem(replay: Replay, user: number, day: number): string | undefined {
  const { rows } = shapeOfRecording(replay.recording);
  if (!isWhole(user, 0, rows - 1))
    return `expected user to be a whole number from 0 to ${rows - 1}, got ${user}`;
  return replay.recording.program.decision ? undefined : absence(replay, user, day);
}

/** Why nothing is decided for a user on a day, in words; undefined: something is. */
export function absence(replay: Replay, user: number, day: number): string | undefined {
  const { bornOn, leftOn } = replay.life(user);
  if (bornOn === undefined) return `nobody ever took the place of user ${user}`;
  if (day <= bornOn) return `user ${user} comes on day ${bornOn}; the first decision is on day ${bornOn + 1}`;
  if (leftOn !== undefined && day > leftOn) return `user ${user} left for good on day ${leftOn}`;
  return undefined;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
