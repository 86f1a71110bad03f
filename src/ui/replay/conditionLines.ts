import { ConditionError } from '../../replay/conditions/conditionError.ts';
import { dayCondition } from '../../replay/conditions/dayCondition.ts';
import { userCondition, userValue } from '../../replay/conditions/userCondition.ts';
import { thousands } from '../formatNumber.ts';
import type { LineKind } from '../screen/keyboard.ts';
import { mend } from '../screen/typeKey.ts';
import type { ShownAdvice } from './personOf.ts';
import { remembered } from './remembered.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Typing who is to be counted and drawn. */
export const filterLine: LineKind<ReplayState, KeyContext> = {
  prompt: '/',
  command: 'filter',
  example: 'stage:dormant value>2',
  about:
    'count and draw only users of whom this is true today: state, traits, what is observed, stage, segment, action, tenure, value (rewards so far), left, here, moved, leaves (days until it leaves)',
  hint: () => 'such as stage:dormant value>2 here; nothing lifts it',
  take(state, { replay }, text) {
    if (text === '') return liftFilter(state);
    return compiled(state, 'filter', text, () => {
      const filter = remembered(userCondition(replay.recording.program, text));
      const users = filter.on(replay, state.day).reduce((sum, one) => sum + one, 0);
      return {
        ...state,
        filter,
        message: `${thousands(users)} users on day ${state.day}; n and p go through them`,
      };
    });
  },
};

/** Everyone is counted and drawn again. */
export function liftFilter(state: ReplayState): ReplayState {
  if (!state.filter) return state;
  return { ...state, filter: undefined, message: 'everyone is shown again' };
}

/** Typing where playing is to pause. */
export const breakLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'pause when',
  command: 'break',
  example: 'churn>5%',
  about:
    'pause playing on a day on which this becomes true: churn, left, active, retention, reward, share(...), mean(...), total(...), gap (by how much the policy prefers its choice for the chosen user)',
  hint: () => 'churn>5%, share(stage:dormant)>0.2, gap<0.1 of this user; nothing lifts all',
  take(state, { replay, adviceOf }, text) {
    if (text === '') return { ...state, breakpoints: [], message: 'nothing pauses playing any more' };
    return compiled(state, 'break', text, () => {
      const gap = (day: number) => gapOf(adviceOf?.(state.user, day));
      const asksGap = /\bgap\b/.test(text);
      if (asksGap && Number.isNaN(gap(state.day)))
        return mend(
          state,
          { kind: 'break', text },
          `gap: no scores of user ${state.user} on day ${state.day}`,
        );
      const condition = dayCondition(replay.recording.program, text, { gap });
      return {
        ...state,
        breakpoints: [...state.breakpoints, condition],
        message: `playing pauses where ${text}${asksGap ? ` for user ${state.user}` : ''}; space plays`,
      };
    });
  },
};

/** Typing what shades the picture of all users. */
export const shadeLine: LineKind<ReplayState, KeyContext> = {
  prompt: 'shade by',
  command: 'shade',
  example: 'fatigue',
  about: 'shade the picture of users by a number of each',
  hint: () => 'such as fatigue or value; nothing: how soon they leave',
  take(state, { replay }, text) {
    if (text === '') return { ...state, grid: { ...state.grid, shade: undefined } };
    return compiled(state, 'shade', text, () => {
      const shade = userValue(replay.recording.program, text);
      return { ...state, grid: { ...state.grid, shade, order: 'stage' }, page: 'users' };
    });
  },
};

/** What a mistake in the text leaves to be mended, with what is wrong. */
function compiled(state: ReplayState, kind: string, text: string, take: () => ReplayState): ReplayState {
  try {
    return take();
  } catch (error) {
    if (error instanceof ConditionError) return mend(state, { kind, text }, error.message);
    throw error;
  }
}

/** How much better the policy thinks of its choice than of the next best; NaN where it does not say. */
function gapOf(advice: ShownAdvice | undefined): number {
  return advice?.kind === 'advice' ? (advice.gap ?? Number.NaN) : Number.NaN;
}
