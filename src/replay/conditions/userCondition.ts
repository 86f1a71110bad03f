import { UNBORN } from '../../../environments/population/people.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import type { Replay } from '../replay.ts';
import { userScope } from './conditionScope.ts';
import { RowsOn } from './rowsOn.ts';
import { holds, rowValues } from './rowValues.ts';
import { typedFormula } from './typedFormula.ts';

/** A question about users that is answered for everybody on any evening. */
export interface UserCondition {
  /** as it was typed */
  readonly text: string;
  /**
   * By row, 1 for whom it holds on the evening of `day`, 0 for the others and for who is not born yet. It looks the
   * evening up, as `replay.evening` does; where it asks when users leave, all recorded days are lived first.
   */
  on(replay: Replay, day: number): Uint8Array;
}

/** A number for every user on any evening. */
export interface UserValue {
  /** as it was typed */
  readonly text: string;
  /** By row, NaN for who is not born yet; it looks up what `UserCondition` does. */
  on(replay: Replay, day: number): Float64Array;
}

/**
 * Reads a condition such as `stage:dormant ltv>20` in the language of the scenario, with its short forms: a colon for
 * ==, terms side by side for `and`, 5% for 0.05.
 *
 * Names are the scenario's parameters, segment properties, traits and state, what the policy sees the next morning
 * (where no trait or state has the same name), `stage segment channel action day weekday yearday tenure`, and
 * `USER_WORDS`. `action` is today's, the first one for who had left before or was not there.
 *
 * @throws ConditionError naming the word, the rule and the nearest valid name
 */
export function userCondition(program: Program, text: string): UserCondition {
  const expression = typedFormula(text, userScope(program));
  return {
    text,
    on(replay, day) {
      const values = rowValues(expression, new RowsOn(replay, day));
      const { stages } = replay.evening(day);
      const mask = new Uint8Array(stages.length);
      for (let row = 0; row < mask.length; row++)
        if (stages[row] !== UNBORN && holds(values[row])) mask[row] = 1;
      return mask;
    },
  };
}

/**
 * Reads a number per user, such as `satisfaction` or `value/tenure`, as `userCondition` reads a condition; a condition
 * counts as 1 or 0.
 *
 * @throws ConditionError naming the word, the rule and the nearest valid name
 */
export function userValue(program: Program, text: string): UserValue {
  const expression = typedFormula(text, userScope(program));
  return {
    text,
    on(replay, day) {
      const values = rowValues(expression, new RowsOn(replay, day));
      const { stages } = replay.evening(day);
      for (let row = 0; row < values.length; row++) if (stages[row] === UNBORN) values[row] = Number.NaN;
      return values;
    },
  };
}
