import type { LineKind } from '../screen/keyboard.ts';
import { takeNumber } from '../screen/takeNumber.ts';
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
    takeNumber(state, { kind: 'day', text }, context.replay.days, (day) => goToDay(state, context, day)),
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
    takeNumber(state, { kind: 'user', text }, replay.people - 1, (user) => ({ ...state, user, whyTop: 0 })),
};
