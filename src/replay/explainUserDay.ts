import {
  type ExplainedBirth,
  type ExplainedDay,
  explainBirth,
  explainDay,
} from '../../environments/scenario/explain.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { LoneUser, UserLife, UserMorning } from './userLife.ts';

/** Why one user's day went as it did. */
export type ExplainedUserDay = ExplainedUserBirth | ExplainedLivedDay | AfterLeaving;

/** Day 0: how the user was born. */
export interface ExplainedUserBirth {
  readonly kind: 'birth';
  readonly user: number;
  readonly day: 0;
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
  if (day === 0) return explainUserBirth(program, lone);
  if (life.leftOn !== undefined && day > life.leftOn) return afterLeaving(program, life, day, life.leftOn);
  const { seedKey, birth, values, features } = lone.morning(day);
  const { user, segment } = life;
  const [stage, chosen] = [life.stages[day - 1], life.actions[day]];
  // Everyone is there from day 0 on, so tenure is the day.
  const userDay = { seedKey, birth, day, tenure: day, segment, stage, action: chosen, values };
  const explained = explainDay(program, userDay);
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

function explainUserBirth(program: Program, lone: LoneUser): ExplainedUserBirth {
  const { user, segment, stages } = lone.life;
  const { seedKey, birth } = lone.morning(1);
  return {
    kind: 'birth',
    user,
    day: 0,
    segment: program.segments[segment].name,
    stage: program.stages[stages[0]].name,
    birth: explainBirth(program, { seedKey, birth, segment }),
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
