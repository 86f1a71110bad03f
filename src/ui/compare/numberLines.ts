import type { LineKind } from '../screen/keyboard.ts';
import { mend } from '../screen/typeKey.ts';
import type { CompareContext, CompareState } from './compareState.ts';
import { openLives } from './livesKeys.ts';

type NumberLine = LineKind<CompareState, CompareContext>;

/** Typing the number of a day. */
export const dayLine: NumberLine = {
  prompt: 'go to day',
  command: 'day',
  example: '41',
  about: 'go to day 41',
  accepts: /[0-9]/,
  hint: (_, { pair }) => `0 to ${pair.days}, then enter; esc gives up`,
  take: (state, { pair }, text) => take(state, 'day', text, pair.days, (day) => ({ ...state, day })),
};

/** Typing the number of a user. */
export const userLine: NumberLine = {
  prompt: 'both lives of',
  command: 'user',
  example: '173',
  about: 'both lives of user 173',
  accepts: /[0-9]/,
  hint: (_, { pair }) => `0 to ${pair.people - 1}, then enter; esc gives up`,
  take: (state, context, text) =>
    take(state, 'user', text, context.pair.people - 1, (user) => openLives(state, context, user)),
};

function take(
  state: CompareState,
  kind: string,
  text: string,
  last: number,
  choose: (number: number) => CompareState,
): CompareState {
  if (text === '') return { ...state, message: `no ${kind} given` };
  const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= last) return choose(number);
  return mend(state, { kind, text }, `expected a ${kind} from 0 to ${last}, got ${text}`);
}
