import type { Kept } from '../kept.ts';

/** A batch of places of a replay buffer. */
export interface Sample {
  /** batch; places */
  readonly places: Uint32Array;
  /** batch; how much each counts in the loss */
  readonly weights: Float32Array;
}

/** Decides which transitions are learned from. */
export interface Sampler {
  /** Draws a batch, with replacement. @param round counts the batches; each has its own luck */
  draw(round: number, sample: Sample): void;
  /** whether `note` changes anything */
  readonly heedsErrors: boolean;
  /** Takes in how wrong the values of a batch were. @param errors batch; TD errors */
  note(sample: Sample, errors: Float32Array): void;
  readonly kept: Kept;
}
