import { pressKey } from '../screen/pressKey.ts';
import { trainKeyboard } from './trainKeys.ts';
import type { TrainContext, TrainScreenEvent, TrainState } from './trainState.ts';

/** The state after a key, after some time, or after what was asked for was done. */
export function reduceTrain(state: TrainState, event: TrainScreenEvent, context: TrainContext): TrainState {
  switch (event.kind) {
    case 'key':
      if (event.key === 'ctrl-c') return { ...state, quit: true, interrupted: true };
      return pressKey(trainKeyboard, state, event.key, context);
    case 'tick':
      return isCounted(state, context) ? { ...state, running: state.running + event.milliseconds } : state;
    case 'answer':
      return { ...state, asked: undefined, message: event.message === '' ? state.message : event.message };
  }
}

/** Time while nothing is learned is none in which anything could be. */
function isCounted({ paused }: TrainState, { history: { phase } }: TrainContext): boolean {
  return !paused && (phase === 'learning' || phase === 'validating');
}
