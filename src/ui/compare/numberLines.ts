import type { LineKind } from '../screen/keyboard.ts';
import { takeNumber } from '../screen/takeNumber.ts';
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
  take: (state, { pair }, text) =>
    takeNumber(state, { kind: 'day', text }, pair.days, (day) => ({ ...state, day })),
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
    takeNumber(state, { kind: 'user', text }, context.pair.people - 1, (user) =>
      openLives(state, context, user),
    ),
};
