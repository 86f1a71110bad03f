import type { TimeStep } from '../../../environments/contract.ts';
import type { Kept } from '../kept.ts';

/** What a learner takes for the reward of a day, and how it looks ahead. The arrays change with the next day. */
export interface LearnedDay {
  /** users */
  readonly rewards: Float32Array;
  /** users; what tomorrow counts for; 0: left for good */
  readonly discounts: Float32Array;
}

/** Makes what a learner learns from out of what the world gave. */
export interface LearnedReward {
  of(step: TimeStep, next: TimeStep): LearnedDay;
  readonly kept: Kept;
}
