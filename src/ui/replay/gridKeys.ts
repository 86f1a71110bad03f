import type { KeyContext, ReplayState } from './replayState.ts';

/** Most times that cells are made smaller. */
const ZOOMS = 12;

/** Why the picture of all users cannot be changed: it is not on the screen. */
export function noGrid(state: ReplayState, { divide }: KeyContext): string | undefined {
  if (divide(state).grid) return undefined;
  return 'tab goes to the picture of all users, which this key changes';
}

/** Users by stage with those who leave soon first, or by number, so that each keeps its place. */
export function changeOrder(state: ReplayState): ReplayState {
  const order = state.grid.order === 'stage' ? 'number' : 'stage';
  return { ...state, grid: { ...state.grid, order }, message: `users by ${order}` };
}

/** Fewer users to a cell (1), or more (−1). */
export function zoom(state: ReplayState, by: 1 | -1): ReplayState {
  const next = Math.min(Math.max(state.grid.zoom + by, 0), ZOOMS);
  if (next === state.grid.zoom)
    return { ...state, message: by < 0 ? 'everyone is in the picture' : 'a cell is one user' };
  return { ...state, grid: { ...state.grid, zoom: next } };
}
