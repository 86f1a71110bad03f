import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../environments/contract.ts';
import type { ObservedOptimum } from '../../../environments/exact/solve/observedPolicy.ts';
import { observedPolicy } from '../../../src/experiment/observedPolicy.ts';

const BEST: ObservedOptimum = {
  optimum: 0,
  observations: [2, 5],
  policy: Float64Array.from([0, 0.25, 0.75, 0, 1, 0]),
  deterministic: 0,
  proven: false,
};

function observation(
  states: readonly number[],
  active: readonly number[] = states.map(() => 1),
): Observation {
  return { features: new Float32Array(0), states: Uint32Array.from(states), active: Uint8Array.from(active) };
}

describe('the best policy over what is seen', () => {
  it('draws the actions of each observation, and not the same every day', () => {
    const users = 20_000;
    const policy = observedPolicy(BEST, 3, 9);
    const states = Array.from({ length: users }, (_, i) => (i % 2 === 0 ? 2 : 5));
    const days = [0, 1].map(() => {
      const actions = new Uint8Array(users);
      policy.selectActions(observation(states), actions);
      return actions;
    });
    for (const actions of days) {
      const counts = [0, 0, 0];
      for (const [i, action] of actions.entries()) {
        if (states[i] === 5) expect(action).toBe(1);
        else counts[action]++;
      }
      expect(counts[0]).toBe(0);
      // 10,000 draws with ¼: a standard deviation of 43.
      expect(Math.abs(counts[1] - users / 8)).toBeLessThan(4.5 * 43.3);
    }
    expect(days[0]).not.toEqual(days[1]);
  });

  it('tells its probabilities, and takes the first action for who has left or is not known', () => {
    const policy = observedPolicy(BEST, 3, 9);
    const seen = observation([2, 5, 2, 7], [1, 1, 0, 1]);
    const probabilities = new Float64Array(12);
    policy.actionProbabilities?.(seen, probabilities);
    expect([...probabilities]).toEqual([0, 0.25, 0.75, 0, 1, 0, 1, 0, 0, 1, 0, 0]);
    const actions = new Uint8Array(4);
    policy.selectActions(seen, actions);
    expect([...actions.subarray(1)]).toEqual([1, 0, 0]);
  });

  it('draws the same with the same key', () => {
    const play = (key: number) => {
      const actions = new Uint8Array(64);
      observedPolicy(BEST, 3, key).selectActions(observation(Array(64).fill(2)), actions);
      return [...actions];
    };
    expect(play(1)).toEqual(play(1));
    expect(play(1)).not.toEqual(play(2));
  });
});
