import type { TrainingHistory } from './trainingHistory.ts';

/** Something about a training that a person should know. ASCII only, as it is put on any terminal. */
export interface Alert {
  readonly kind: 'warning' | 'good' | 'note';
  /** finished episodes when what it tells of was seen */
  readonly episode: number;
  /** what is seen, and what it may mean, in one line */
  readonly line: string;
  /** what it means, and whether it must be bad */
  readonly means: string;
  /** by which figures it is told */
  readonly told: string;
  /** what to do about it */
  readonly advice: string;
  /** names of the learning figures that it is about, to be marked */
  readonly figures: readonly string[];
}

/** Looks at a training so far; undefined: nothing to tell. */
export type Watcher = (history: TrainingHistory) => Alert | undefined;
