import { pressKey } from '../screen/pressKey.ts';
import { trainKeyboard } from './trainKeys.ts';
import type { TrainContext, TrainScreenEvent, TrainState } from './trainState.ts';

/** The state after a key, after some time, or after a picture was saved. */
export function reduceTrain(state: TrainState, event: TrainScreenEvent, context: TrainContext): TrainState {
  switch (event.kind) {
    case 'key':
      return pressKey(trainKeyboard, state, event.key, context);
    case 'tick':
      return isCounted(state, context) ? { ...state, running: state.running + event.milliseconds } : state;
    case 'saved':
      return { ...state, saving: false, message: event.message };
  }
}

/** Time while nothing is learned is none in which anything could be. */
function isCounted({ paused }: TrainState, { history: { phase } }: TrainContext): boolean {
  return !paused && (phase === 'learning' || phase === 'validating');
}
