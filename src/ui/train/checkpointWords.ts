import { clockText } from '../clockText.ts';
import type { TrainContext, TrainState } from './trainState.ts';

/** Says which episode's checkpoint is on disk, and when the next one is written. */
export function whereCheckpointIs(state: TrainState, { history, pace }: TrainContext): TrainState {
  const done = history.episodes.length;
  const there =
    done > 0
      ? `the checkpoint of episode ${done} is on disk`
      : 'there is no checkpoint before episode 1 ends';
  const when =
    state.paused || pace.untilEpisode === undefined ? '' : `, in about ${clockText(pace.untilEpisode)}`;
  const next = done > 0 ? `; the next one is written after episode ${done + 1}` : '';
  return { ...state, message: `${there}${next}${when}` };
}
