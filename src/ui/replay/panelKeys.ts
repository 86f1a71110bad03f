import type { KeyContext, ReplayState } from './replayState.ts';

/** Why there is no other part of the screen. */
export function isWhole(state: ReplayState, { divide }: KeyContext): string | undefined {
  return divide(state).pages.length === 1 ? 'all panels are on the screen' : undefined;
}

/** The next part, where the screen is too small for all. */
export function nextPage(state: ReplayState, { divide }: KeyContext): ReplayState {
  const { pages } = divide(state);
  return { ...state, page: pages[(pages.indexOf(state.page) + 1) % pages.length] };
}

/** Today's actions by stage, or each action by day; beside what the best-known rule does, which is asked for once. */
export function changeMix(state: ReplayState, { can }: KeyContext): ReplayState {
  if (state.mix === 'days') return { ...state, mix: 'today', page: 'overview' };
  const shown = { ...state, mix: 'days', page: 'overview' } as const;
  if (state.baseline || state.asked || !can.baseline) return shown;
  return { ...shown, asked: { kind: 'baseline' }, message: 'playing the rule beside it…' };
}

/** Brings the part with the chosen user to the screen. */
export function showUser(state: ReplayState): ReplayState {
  return { ...state, page: 'user', why: true, whyTop: 0 };
}

/** Hides the why panel, or shows it where it is hidden or on another part. */
export function toggleWhy(state: ReplayState, { divide }: KeyContext): ReplayState {
  if (divide(state).why.room > 0) return { ...state, why: false, whyTop: 0 };
  return { ...state, why: true, page: 'user', whyTop: 0 };
}

/** Scrolls the why panel down (1) or up (−1). */
export function scrollWhy(
  state: ReplayState,
  { divide }: KeyContext,
  unit: 'line' | 'page',
  direction: 1 | -1,
): ReplayState {
  const { why } = divide(state);
  if (why.room === 0) return { ...state, message: 'w shows the why panel, which these keys scroll' };
  const last = Math.max(why.lines - why.room, 0);
  const from = Math.min(state.whyTop, last);
  const lines = unit === 'page' ? Math.max(why.room - 1, 1) : 1;
  const whyTop = Math.min(Math.max(from + direction * lines, 0), last);
  if (whyTop !== state.whyTop) return { ...state, whyTop };
  if (last === 0) return { ...state, message: 'all of the why panel is on the screen' };
  return { ...state, message: direction < 0 ? 'this is the top of the why panel' : 'this is its end' };
}
