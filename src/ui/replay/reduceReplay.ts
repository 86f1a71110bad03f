import { pressKey } from '../screen/pressKey.ts';
import { goOn, UNNOTICED } from './goToDay.ts';
import { closedBy } from './kept/keptKeys.ts';
import { pauseOn } from './pauseOn.ts';
import { replayKeyboard } from './replayKeys.ts';
import type { KeyContext, ReplayEvent, ReplayState } from './replayState.ts';

/** The state after a key, a day's time while playing, more days lived, or an answer. */
export function reduceReplay(state: ReplayState, event: ReplayEvent, context: KeyContext): ReplayState {
  switch (event.kind) {
    case 'tick':
      return tick(state, context);
    case 'lived':
      return goOn(state, context);
    case 'answered':
      return { ...state, asked: undefined, message: event.message, line: event.line ?? state.line };
    case 'baseline':
      return { ...state, asked: undefined, baseline: event.baseline, message: '' };
    case 'tried':
      return { ...state, tried: event.tried };
    case 'kept':
      return { ...state, asked: undefined, kept: { who: event.who, search: event.search, chosen: 0 } };
    case 'key':
      return pressKey(replayKeyboard, closedBy(event.key, { ...state, command: false }), event.key, context);
  }
}

function tick(state: ReplayState, context: KeyContext): ReplayState {
  const { replay } = context;
  if (!state.playing) return state;
  if (state.day >= replay.days)
    return { ...state, playing: false, message: `day ${replay.days} is the last` };
  // Very many users are lived in pieces, beside which keys are answered; the next tick comes soon.
  if (state.day >= replay.livedDays && replay.people > UNNOTICED) return state;
  const next = { ...state, day: state.day + 1, whyTop: 0 };
  const reason = pauseOn(next, replay);
  return reason === undefined
    ? next
    : { ...next, playing: false, message: `paused: ${reason}${state.filter ? ' (everyone counted)' : ''}` };
}
