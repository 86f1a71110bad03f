import type { LineKind } from '../screen/keyboard.ts';
import type { TypedLine } from '../screen/screenState.ts';
import { mend } from '../screen/typeKey.ts';
import { goToDay } from './goToDay.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Typing the number of a day. */
export const dayLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'go to day',
  command: 'day',
  example: '41',
  about: 'go to day 41',
  accepts: /[0-9]/,
  hint: (_, { replay }) => `0 to ${replay.days}, then enter; esc gives up`,
  take: (state, context, text) =>
    take(state, { kind: 'day', text }, context.replay.days, (day) => goToDay(state, context, day)),
};

/** Typing the number of a user. */
export const userLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'choose user',
  command: 'user',
  example: '173',
  about: 'choose user 173',
  accepts: /[0-9]/,
  hint: (_, { replay }) => `0 to ${replay.people - 1}, then enter; esc gives up`,
  take: (state, { replay }, text) =>
    take(state, { kind: 'user', text }, replay.people - 1, (user) => ({ ...state, user, whyTop: 0 })),
};

function take(
  state: ReplayState,
  line: TypedLine,
  last: number,
  choose: (number: number) => ReplayState,
): ReplayState {
  const { kind, text } = line;
  if (text === '') return { ...state, message: `no ${kind} given` };
  const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= last) return choose(number);
  return mend(state, line, `expected a ${kind} from 0 to ${last}, got ${text}`);
}
