import { usersOf } from '../../environments/population/usersOf.ts';
import {
  type ExplainedBirth,
  type ExplainedDay,
  explainBirth,
  explainDay,
} from '../../environments/scenario/explain.ts';
import { channelNames, type Program } from '../../environments/scenario/program.ts';
import type { LoneUser, UserLife, UserMorning } from './userLife.ts';

/** Why one user's day went as it did. */
export type ExplainedUserDay = BeforeBirth | ExplainedUserBirth | ExplainedLivedDay | AfterLeaving;

/** A day before the user came. */
export interface BeforeBirth {
  readonly kind: 'unborn';
  readonly user: number;
  readonly day: number;
  /** the day on whose evening it comes; undefined: it never does */
  readonly bornOn: number | undefined;
}

/** The day, 0 for the founding users, on whose evening the user came: how it was born. */
export interface ExplainedUserBirth {
  readonly kind: 'birth';
  readonly user: number;
  readonly day: number;
  /** how it came; undefined where everyone is there from the start */
  readonly channel: string | undefined;
  /** names */
  readonly segment: string;
  readonly stage: string;
  readonly birth: ExplainedBirth;
}

/** A day that the user lived. */
export interface ExplainedLivedDay {
  readonly kind: 'day';
  readonly user: number;
  readonly day: number;
  /** names */
  readonly segment: string;
  /** the action taken */
  readonly action: string;
  /** the action that the policy chose, where another was taken as this one was not available */
  readonly refused: string | undefined;
  readonly stageInTheMorning: string;
  readonly stageInTheEvening: string;
  /** what the day began with: hidden values and what the policy saw */
  readonly morning: Pick<UserMorning, 'values' | 'features'>;
  readonly explained: ExplainedDay;
}

/** A day after the user had left for good: nothing happens on it. */
export interface AfterLeaving {
  readonly kind: 'gone';
  readonly user: number;
  readonly day: number;
  readonly segment: string;
  readonly stage: string;
  /** the day on which it left */
  readonly leftOn: number;
}

/** Explains one day, from 0 to the last recorded, of one user. */
export function explainUserDay(program: Program, lone: LoneUser, day: number): ExplainedUserDay {
  const { life } = lone;
  const { user: number, bornOn } = life;
  if (bornOn === undefined || day < bornOn) return { kind: 'unborn', user: number, day, bornOn };
  if (day === bornOn) return explainUserBirth(program, lone, day);
  if (life.leftOn !== undefined && day > life.leftOn) return afterLeaving(program, life, day, life.leftOn);
  const { seedKey, birth, values, features, channel } = lone.morning(day);
  const { user, segment } = life;
  const [stage, chosen] = [life.stages[day - 1], life.actions[day]];
  const userDay = {
    seedKey,
    birth,
    day,
    tenure: day - bornOn,
    segment,
    stage,
    action: chosen,
    values,
    channel,
  };
  const explained = explainDay(usersOf(program), userDay);
  return {
    kind: 'day',
    user,
    day,
    segment: program.segments[segment].name,
    action: program.actions[explained.action].name,
    refused: explained.action === chosen ? undefined : program.actions[chosen].name,
    stageInTheMorning: program.stages[stage].name,
    stageInTheEvening: program.stages[explained.stage].name,
    morning: { values, features },
    explained,
  };
}

function explainUserBirth(program: Program, lone: LoneUser, day: number): ExplainedUserBirth {
  const { user, segment, stages } = lone.life;
  const { seedKey, birth, channel } = lone.morning(day + 1);
  return {
    kind: 'birth',
    user,
    day,
    channel: channelNames(program.arrivals)[channel],
    segment: program.segments[segment].name,
    stage: program.stages[stages[day]].name,
    birth: explainBirth(program, {
      seedKey,
      birth,
      segment,
      bornOn: day,
      channel,
      referrer: lone.referrer(),
    }),
  };
}

function afterLeaving(program: Program, life: UserLife, day: number, leftOn: number): AfterLeaving {
  const { user, segment, stages } = life;
  return {
    kind: 'gone',
    user,
    day,
    segment: program.segments[segment].name,
    stage: program.stages[stages[day]].name,
    leftOn,
  };
}
