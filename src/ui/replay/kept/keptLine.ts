import type { LineKind } from '../../screen/keyboard.ts';
import { mend } from '../../screen/typeKey.ts';
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
    const { days } = context.replay;
    const day = text === '' ? state.day : /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (day <= days) return askKept(state, { kind: 'day', day });
    return mend(state, { kind: 'kept', text }, `expected a day from 0 to ${days}, got ${text}`);
  },
};
