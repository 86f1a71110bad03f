import type { KeyContext, ReplayState } from './replayState.ts';

/** The other half, where the screen is too small for both. */
export function switchPanel(state: ReplayState): ReplayState {
  return { ...state, panel: state.panel === 'overview' ? 'user' : 'overview' };
}

/** Why there is no other half. */
export function isWhole(state: ReplayState, { divide }: KeyContext): string | undefined {
  return divide(state).panels === 1 ? 'all panels are on the screen' : undefined;
}

/** Hides the why panel, or shows it where it is hidden or on the other half. */
export function toggleWhy(state: ReplayState, { divide }: KeyContext): ReplayState {
  if (divide(state).why.room > 0) return { ...state, why: false, whyTop: 0 };
  return { ...state, why: true, panel: 'user', whyTop: 0 };
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
