import type { TrainContext, TrainState } from './trainState.ts';

/** Covers the screen with what the alerts mean, or uncovers it. */
export function explain(state: TrainState): TrainState {
  return { ...state, explaining: !state.explaining, explainingTop: 0 };
}

/** Why scrolling does nothing now. */
export function isExplaining({ explaining }: TrainState): string | undefined {
  return explaining ? undefined : 'w shows what the alerts mean, which these keys scroll';
}

/** Scrolls what the alerts mean, by a line or a page. */
export function scrollExplanation(
  state: TrainState,
  { explanation: { lines, room } }: TrainContext,
  key: string,
): TrainState {
  const last = Math.max(lines - room, 0);
  const by = (key.endsWith('up') ? -1 : 1) * (key.startsWith('page') ? Math.max(room - 1, 1) : 1);
  const top = Math.min(Math.max(Math.min(state.explainingTop, last) + by, 0), last);
  if (last === 0) return { ...state, message: 'all of it is on the screen' };
  if (top === state.explainingTop)
    return { ...state, message: by < 0 ? 'this is the top' : 'this is the end' };
  return { ...state, explainingTop: top };
}
