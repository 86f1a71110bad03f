import type { LineKind } from '../../screen/keyboard.ts';
import { takeNumber } from '../../screen/takeNumber.ts';
import { stillAsked } from '../asking.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';
import { askKept, noKept } from './keptKeys.ts';

/** Typing the day whose leavers could have been kept. */
export const keptLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'kept of those who left on day',
  command: 'kept',
  example: '12',
  about: 'who of those who left on day 12 could have been kept',
  accepts: /[0-9]/,
  hint: (_, { replay }) => `0 to ${replay.days}, then enter; esc gives up`,
  take(state, context, text) {
    const reason = stillAsked(state.asked) ?? noKept(state, context);
    if (reason !== undefined) return { ...state, message: reason };
    const line = { kind: 'kept', text: text === '' ? String(state.day) : text };
    const ask = (day: number) => askKept(state, { kind: 'day', day });
    return takeNumber(state, line, context.replay.days, ask, 'day');
  },
};
