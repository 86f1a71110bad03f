import type { TrainingHistory } from '../../training/trainingHistory.ts';

/** A training that goes on elsewhere, as its screen sees it and speaks to it. */
export interface TrainingFeed {
  /** all that happened so far; another object after every event */
  history(): TrainingHistory;
  /** whether it ended before its end, because something went wrong */
  hasFailed(): boolean;
  /** @returns stops listening */
  subscribe(listener: () => void): () => void;
  /** Waits after the present day, or goes on. */
  pause(paused: boolean): void;
  /** Plays the greedy policy on the validation users at the end of the present episode. */
  evaluate(): void;
  /** Begins no episode after the present one, which is finished and written. */
  holdAfterEpisode(): void;
}
