import type { UserCondition } from '../conditions/userCondition.ts';
import type { Replay } from '../replay.ts';
import { unitsOf } from '../units.ts';
import { type ForkChoice, forcedDays, touchesOthers } from './forkChoice.ts';

/** Those among whom the differences of a fork are counted. */
export interface ForkAmong {
  /** the condition as it was typed */
  readonly text: string;
  /** the day on whose morning it was asked of what was recorded: the first on which the fork steps in */
  readonly day: number;
  /** by row; 1: counted */
  readonly rows: Uint8Array;
  /** users counted of those who were there from the start */
  readonly users: number;
  /** users who were there from the start */
  readonly of: number;
}

/**
 * Those for whom a condition holds in the recording on the morning on which a fork begins: what the fork makes of them
 * has no say in who is counted.
 *
 * @returns who they are, or why nobody is counted apart, in words
 */
export function forkAmong(replay: Replay, choice: ForkChoice, condition: UserCondition): ForkAmong | string {
  const { program } = replay.recording;
  if (program.decision)
    return `${program.name} takes one decision for a whole product: its users are not counted apart`;
  if (!touchesOthers(program, choice.who))
    return 'what is done to one user changes no other life, so there are no differences to count; give the action to a stage or to everyone';
  const { from: day } = forcedDays(program, choice, replay.days);
  const rows = condition.on(replay, day - 1);
  const { count: of } = unitsOf(replay.recording);
  const users = rows.subarray(0, of).reduce((sum, isCounted) => sum + isCounted, 0);
  if (users === 0)
    return `"${condition.text}" holds for none of the ${of} users from the start on the morning of day ${day}`;
  return { text: condition.text, day, rows, users, of };
}
