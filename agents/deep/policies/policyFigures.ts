import type { LearningFigures } from '../../../environments/contract.ts';
import { exp } from '../../../environments/random/exp.ts';
import type { DecisionBatch } from '../memory/decisionBatch.ts';
import type { Network } from '../networks/network.ts';
import { entropyOf, softmax } from './softmax.ts';

/**
 * What a policy looks like after it was improved, over the decisions of the last gradient step: its mean entropy in
 * nats, how far it went from the policy that took them (Kullback–Leibler divergence, estimated by ρ − 1 − log ρ, which
 * is never negative), and the part of decisions whose ratio ρ is further than the clip from 1.
 *
 * Source: Schulman (2020), "Approximating KL divergence".
 *
 * @param clip ε; undefined where nothing is clipped
 */
export function policyFigures(
  actor: Network,
  { inputs, rows, decisions }: DecisionBatch,
  clip: number | undefined,
): LearningFigures {
  const count = actor.description.outputs;
  const { actions, logProbabilities, available } = decisions;
  const p = new Float64Array(count);
  const outputs = actor.forward(inputs, rows);
  let [entropy, kl, clipped] = [0, 0, 0];
  for (let k = 0; k < rows; k++) {
    const normaliser = softmax(outputs, k * count, p, available, k * count);
    const difference = outputs[k * count + actions[k]] - normaliser - logProbabilities[k];
    const ratio = exp(difference);
    entropy += entropyOf(p);
    kl += ratio - 1 - difference;
    if (clip !== undefined && Math.abs(ratio - 1) > clip) clipped++;
  }
  const figures = { entropy: entropy / rows, kl: kl / rows };
  return clip === undefined ? figures : { ...figures, clipFraction: clipped / rows };
}
