import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageReward } from '../../../../environments/exact/solve/averageReward.ts';
import { chainUnder, deterministic } from '../../../../environments/exact/solve/chain.ts';
import { chainAverage } from '../../../../environments/exact/solve/chainValue.ts';
import { type Dense, difference, everyPolicy, largest, processOf, randomDense } from './dense.ts';

/**
 * Rewards per day in the long run, by living for 2⁶⁰ days: powers of the chain that stays where it is with
 * probability ½, which has the same long run and no periods. Who leaves is in one more state for ever.
 */
function gainsByLiving({ rewards, next }: Dense, policy: readonly number[]): number[] {
  const size = policy.length + 1;
  let days = Array.from({ length: size }, (_, s) => {
    const ways = s < policy.length ? next[s][policy[s]] : [];
    const stays = ways.reduce((a, b) => a + b, 0);
    const row = [...Array.from({ length: size - 1 }, (_, to) => ways[to] ?? 0), 1 - stays];
    return row.map((p, to) => (p + (to === s ? 1 : 0)) / 2);
  });
  for (let doubled = 0; doubled < 60; doubled++) {
    const half = days;
    days = half.map((row) => {
      const twice = row.map((_, to) => row.reduce((sum, p, via) => sum + p * half[via][to], 0));
      const all = twice.reduce((a, b) => a + b);
      return twice.map((p) => p / all);
    });
  }
  return policy.map((_, s) =>
    policy.reduce((sum, a, at) => sum + days[s][at] * (rewards[at][a] as number), 0),
  );
}

const SHAPE = { states: 4, actions: 2, rewards: [-12, 12] } as const;

describe('the reward per day in the long run', () => {
  it.each([
    ['where nobody leaves, often in several closed components', [0, 0]],
    ['where some may leave', [0, 3]],
  ] as const)('is that of the best of all policies, %s', (_, leaves) => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const dense = randomDense(g, { ...SHAPE, leaves });
        const best = largest(everyPolicy(dense).map((policy) => gainsByLiving(dense, policy)));
        const { gains, actions, policy } = averageReward(processOf(dense));
        expect(difference(gains, best)).toBeLessThan(1e-9);
        expect(difference(gainsByLiving(dense, [...policy]), best)).toBeLessThan(1e-9);
        for (const [s, found] of actions.entries()) expect(found).toContain(policy[s]);
      }),
      { numRuns: 70, seed: 11 },
    );
  });

  it('of a policy, with relative values that solve g = P g and h = r − g + P h', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom([0, 0], [0, 2]), (g, [from, to]) => {
        const dense = randomDense(g, { ...SHAPE, states: 5, leaves: [from, to] });
        const process = processOf(dense);
        const policy = dense.rewards.map(() => 0);
        const { gains, relative } = chainAverage(chainUnder(process, deterministic(process, policy)));
        expect(difference(gains, gainsByLiving(dense, policy))).toBeLessThan(1e-9);
        const onward = (values: Float64Array) =>
          dense.next.map(([ways]) => ways.reduce((sum, p, at) => sum + p * values[at], 0));
        expect(difference(gains, onward(gains))).toBeLessThan(1e-11);
        const h = onward(relative).map((later, s) => (dense.rewards[s][0] as number) - gains[s] + later);
        expect(difference(relative, h)).toBeLessThan(1e-11);
      }),
      { numRuns: 70, seed: 12 },
    );
  });

  it('of a chain with a period is the mean over the period', () => {
    const process = processOf({ rewards: [[1], [5], [0]], next: [[[0, 1, 0]], [[0, 0, 1]], [[1, 0, 0]]] });
    const { gains, relative } = averageReward(process);
    expect([...gains]).toEqual([2, 2, 2].map((gain) => expect.closeTo(gain, 14)));
    expect([...relative]).toEqual([0, 1, -2].map((value) => expect.closeTo(value, 14)));
  });

  it('is the first thing, and what a start is worth beside it the second', () => {
    // Three ways to the same gain of 1 a day: staying, a reward of 4 on the way to where it is earned, or a cost.
    const process = processOf({
      rewards: [
        [1, 4, -6],
        [1, undefined, undefined],
      ],
      next: [
        [
          [1, 0],
          [0, 1],
          [0, 1],
        ],
        [[0, 1], [], []],
      ],
    });
    const { gains, relative, actions, policy } = averageReward(process);
    expect([...gains, ...relative]).toEqual([1, 1, 3, 0]);
    expect(policy[0]).toBe(1);
    // Nothing is lost by taking the reward a day later.
    expect(actions[0]).toEqual([0, 1]);
  });
});
