import { clockText } from '../clockText.ts';
import type { TrainContext, TrainState } from './trainState.ts';

/** Why a key that is for a running training does nothing now. */
export function isRunning(_: TrainState, { history }: TrainContext): string | undefined {
  if (history.phase === 'finished') return 'the training is finished';
  return history.phase === 'finishing' ? 'all is learned; the held-out users are being played' : undefined;
}

/** Space: waits after the present day, or goes on. */
export function pauseOrGoOn(state: TrainState): TrainState {
  return { ...state, paused: !state.paused };
}

/** Asks for an evaluation at the end of the present episode. */
export function askEvaluation(state: TrainState, { history }: TrainContext): TrainState {
  const episode = history.episodes.length + 1;
  if (isAwaited(state, history.validations.at(-1)?.episode))
    return { ...state, message: `asked for: it is played at the end of episode ${state.evaluateAfter}` };
  const first = state.paused ? ', once space lets it go on' : '';
  const message = `the greedy policy is played at the end of episode ${episode}${first}`;
  return { ...state, evaluateAfter: episode, message };
}

/** Why there is no present episode that could be finished. */
export function isInEpisode(state: TrainState, context: TrainContext): string | undefined {
  if (context.history.phase === 'preparing') return 'no episode has begun yet; q quits';
  return isRunning(state, context);
}

/** Lets the present episode be finished and written, then quits. A paused training goes on for that. */
export function quitAfterEpisode(state: TrainState, { history, pace }: TrainContext): TrainState {
  const quitAfter = state.quitAfter ?? history.episodes.length + 1;
  const when = pace.untilEpisode === undefined ? '' : `, in about ${clockText(pace.untilEpisode)}`;
  const message = `quits when episode ${quitAfter} is finished and written${when}; q quits at once`;
  return { ...state, quitAfter, paused: false, message };
}

function isAwaited({ evaluateAfter }: TrainState, latest = 0): boolean {
  return evaluateAfter !== undefined && evaluateAfter > latest;
}

/** The next of the panels that take turns. */
export function nextPanel(state: TrainState, { turns }: TrainContext): TrainState {
  const shown = Math.max(turns.indexOf(state.panel), 0);
  return { ...state, panel: turns[(shown + 1) % turns.length] };
}
