import { ConditionError } from '../../replay/conditions/conditionError.ts';
import { type UserCondition, userCondition } from '../../replay/conditions/userCondition.ts';
import type { Replay } from '../../replay/replay.ts';
import { type Invocation, UsageError } from '../command.ts';

/** Where in a replay to look. */
export interface Look {
  /** undefined: where that way of looking begins */
  readonly day: number | undefined;
  readonly user: number | undefined;
  /** who is counted; undefined: everyone */
  readonly filter: UserCondition | undefined;
  readonly glyphs: 'unicode' | 'ascii';
}

/**
 * Where a command line wants to look.
 *
 * @throws UsageError where there is no such day or user, or the filter says nothing
 */
export function lookRequest(replay: Replay, invocation: Invocation): Look {
  return {
    day: within('day', invocation.maybe('day'), replay.days),
    user: within('user', invocation.maybe('user'), replay.people - 1),
    filter: filterOf(replay, invocation),
    glyphs: invocation.text('glyphs') as 'unicode' | 'ascii',
  };
}

/** Whom the filter lets through. */
function filterOf({ recording: { program } }: Replay, invocation: Invocation): UserCondition | undefined {
  const text = invocation.optional('filter');
  if (text === undefined) return undefined;
  try {
    return userCondition(program, text);
  } catch (error) {
    if (error instanceof ConditionError) throw new UsageError(`--filter: ${error.message}`);
    throw error;
  }
}

function within(name: string, value: ReturnType<Invocation['maybe']>, last: number): number | undefined {
  if (value !== undefined && value > last)
    throw new UsageError(`--${name}: this run has ${name}s 0 to ${last}, got ${value}`);
  return value;
}
