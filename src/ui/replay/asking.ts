import { liftFilter } from './conditionLines.ts';
import type { Asked, ReplayState } from './replayState.ts';

/** Why nothing else can be asked for just now. */
export function stillAsked(asked: Asked | undefined): string | undefined {
  if (asked?.kind === 'fork' || asked?.kind === 'against')
    return 'other days are still being lived; esc stops them';
  if (asked?.kind === 'kept') return 'other actions are still being tried; esc stops that';
  return asked?.kind === 'baseline' ? 'the rule is still being played' : undefined;
}

/** Stops what is being lived, or else closes the list that is open, or else lifts the filter. */
export function giveUp(state: ReplayState): ReplayState {
  if (state.asked) return { ...state, asked: undefined, message: 'stopped' };
  return state.kept ? { ...state, kept: undefined } : liftFilter(state);
}
