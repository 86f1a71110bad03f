import type { Observation, Policy } from '../../../environments/contract.ts';

/**
 * What a policy would do with each row of an observation, without the luck of draws: of one that draws its actions the
 * most probable one.
 *
 * @param actions number of actions
 */
export function choicesOf(policy: Policy, observation: Observation, actions: number): Uint8Array {
  const { length: rows } = observation.active;
  const choices = new Uint8Array(rows);
  if (policy.actionScores || !policy.actionProbabilities) {
    policy.selectActions(observation, choices);
    return choices;
  }
  const probabilities = new Float64Array(rows * actions);
  policy.actionProbabilities(observation, probabilities);
  return choices.map((_, row) => {
    const own = probabilities.subarray(row * actions, (row + 1) * actions);
    return own.indexOf(Math.max(...own));
  });
}
