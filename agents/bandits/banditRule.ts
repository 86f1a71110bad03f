import type { LearningFigures } from '../../environments/contract.ts';
import type { Decision } from './decision.ts';

/**
 * What makes one bandit algorithm differ from another. Every tabular state is a bandit of its own; its arms are
 * numbered state · actions + action.
 */
export interface BanditRule {
  /** Writes how much each action is to be tried; the largest is taken, equals are equally likely. */
  score(decision: Decision, scores: Float64Array): void;
  /** Adds the probabilities of the actions to the user's row. Absent where they have no closed form. */
  addProbabilities?(decision: Decision, probabilities: Float32Array | Float64Array): void;
  /** Notes a reward of today. */
  note(decision: Decision, action: number, reward: number): void;
  /** Takes in what was noted today, and may give figures of its own. */
  learn(): LearningFigures | undefined;
  /** What is known of an arm: the learned policy takes the largest. */
  worth(arm: number): number;
  /** whether `worth` is an estimated reward, and not just an order */
  readonly worthIsReward: boolean;
  /** everything it has learned, by name */
  readonly memory: Readonly<Record<string, Float64Array>>;
}
