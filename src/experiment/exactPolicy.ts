import type { Observation, Policy } from '../../environments/contract.ts';
import type { FiniteDecisionProcess } from '../../environments/exact/process.ts';
import type { ExactPolicy } from '../../environments/exact/solve/chain.ts';

/**
 * What a policy does in each state of a decision process, found by showing it all states at once. The policy has to
 * decide by the observation alone.
 *
 * @returns states × actions; probability of each action
 */
export function exactPolicy(process: FiniteDecisionProcess, policy: Policy): ExactPolicy {
  const size = process.states.length;
  const observation: Observation = {
    features: process.features,
    states: process.observations,
    active: new Uint8Array(size).fill(1),
    ...(process.available.includes(0) && { available: process.available }),
  };
  if (policy.actionProbabilities) {
    const probabilities = new Float64Array(size * process.actions);
    policy.actionProbabilities(observation, probabilities);
    return probabilities;
  }
  const actions = new Uint8Array(size);
  policy.selectActions(observation, actions);
  const certain = new Float64Array(size * process.actions);
  for (const [state, action] of actions.entries()) certain[state * process.actions + action] = 1;
  return certain;
}
