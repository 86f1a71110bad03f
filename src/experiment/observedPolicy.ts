import type { Policy } from '../../environments/contract.ts';
import type { ObservedOptimum } from '../../environments/exact/solve/observedPolicy.ts';
import { drawKey, uniformDraw } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';

const PURPOSE = purposeOf('optimal action');

/**
 * Plays the best policy over what agents see; it may be a random one.
 *
 * @param actions number of actions
 * @param key 32-bit key of its random stream
 */
export function observedPolicy(best: ObservedOptimum, actions: number, key: number): Policy {
  const rows = new Map(
    best.observations.map((observation, g) => [
      observation,
      best.policy.subarray(g * actions, (g + 1) * actions),
    ]),
  );
  const certain = new Float64Array(actions).fill(1, 0, 1);
  let day = 0;
  return {
    selectActions({ states, active }, chosen) {
      const { a, b } = drawKey(key, day++, PURPOSE);
      for (let i = 0; i < chosen.length; i++)
        chosen[i] = active[i] === 1 ? drawn(rows.get(states[i]) ?? certain, uniformDraw(i, a, b)) : 0;
    },
    actionProbabilities({ states, active }, probabilities) {
      for (let i = 0; i < active.length; i++)
        probabilities.set((active[i] === 1 ? rows.get(states[i]) : certain) ?? certain, i * actions);
    },
  };
}

/** The action whose part of [0, 1) holds the uniform. */
function drawn(probabilities: Float64Array, uniform: number): number {
  let sum = 0;
  let last = 0;
  for (let a = 0; a < probabilities.length; a++) {
    if (probabilities[a] === 0) continue;
    sum += probabilities[a];
    last = a;
    if (uniform < sum) return a;
  }
  return last;
}
