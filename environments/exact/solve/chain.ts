import type { FiniteDecisionProcess } from '../process.ts';

/** states × actions, row-major: the probability of each action in each state. Each state's add up to 1. */
export type ExactPolicy = Float64Array;

/** A decision process in which the decisions are made: a Markov chain with rewards, that people may leave. */
export interface Chain {
  /** states; expected reward of a day */
  readonly rewards: Float64Array;
  /** states + 1; where each state's next states begin */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly probabilities: Float64Array;
}

/** The policy that takes one action in each state. */
export function deterministic(process: FiniteDecisionProcess, actions: ArrayLike<number>): ExactPolicy {
  const policy = new Float64Array(process.states.length * process.actions);
  for (let s = 0; s < process.states.length; s++) policy[s * process.actions + actions[s]] = 1;
  return policy;
}

/** What becomes of a decision process under a policy. */
export function chainUnder(process: FiniteDecisionProcess, policy: ExactPolicy): Chain {
  const size = process.states.length;
  const rewards = new Float64Array(size);
  const offsets = new Int32Array(size + 1);
  const targets: number[] = [];
  const probabilities: number[] = [];
  const next = new Map<number, number>();
  for (let s = 0; s < size; s++) {
    next.clear();
    rewards[s] = mixRows(process, policy, s, next);
    for (const [target, probability] of next) {
      targets.push(target);
      probabilities.push(probability);
    }
    offsets[s + 1] = targets.length;
  }
  return {
    rewards,
    offsets,
    targets: Int32Array.from(targets),
    probabilities: Float64Array.from(probabilities),
  };
}

/** Adds up the rows of a state as the policy weighs them; returns the reward. */
function mixRows(
  { actions, rowOf, rewards, offsets, targets, probabilities }: FiniteDecisionProcess,
  policy: ExactPolicy,
  state: number,
  next: Map<number, number>,
): number {
  let reward = 0;
  for (let a = 0; a < actions; a++) {
    const weight = policy[state * actions + a];
    if (weight === 0) continue;
    const row = rowOf[state * actions + a];
    reward += weight * rewards[row];
    for (let k = offsets[row]; k < offsets[row + 1]; k++)
      next.set(targets[k], (next.get(targets[k]) ?? 0) + weight * probabilities[k]);
  }
  return reward;
}
