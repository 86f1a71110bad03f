import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainUnder, deterministic } from '../../../../environments/exact/solve/chain.ts';
import { finiteHorizon, horizonValue } from '../../../../environments/exact/solve/finiteHorizon.ts';
import { type Dense, difference, everyPolicy, processOf, randomDense } from './dense.ts';

/** What so many days under given policies come to from a state on: people are sent forward, day by day. */
function lived(
  { rewards, next }: Dense,
  plan: readonly (readonly number[])[],
  discount: number,
  from: number,
) {
  let here: number[] = rewards.map((_, s) => (s === from ? 1 : 0));
  let sum = 0;
  for (const [day, policy] of plan.entries()) {
    const there = here.map(() => 0);
    for (const [s, people] of here.entries()) {
      sum += people * discount ** day * (rewards[s][policy[s]] as number);
      for (const [to, p] of next[s][policy[s]].entries()) there[to] += people * p;
    }
    here = there;
  }
  return sum;
}

const SHAPE = { actions: 2, leaves: [0, 2], rewards: [-12, 12] } as const;

describe('the best over a number of days', () => {
  it('is that of the best plan of all plans', () => {
    fc.assert(
      fc.property(
        fc.gen(),
        fc.constantFrom(1, 0.9, 0.5),
        fc.integer({ min: 1, max: 3 }),
        (g, discount, days) => {
          const dense = randomDense(g, { ...SHAPE, states: 2 });
          const policies = everyPolicy(dense);
          let plans: number[][][] = [[]];
          for (let day = 0; day < days; day++)
            plans = plans.flatMap((plan) => policies.map((policy) => [...plan, policy]));
          const { values, actions, policy } = finiteHorizon(processOf(dense), discount, days);
          const found = Array.from({ length: days }, (_, day) => [...policy(days - day)]);
          for (const s of [0, 1]) {
            const worths = plans.map((plan) => lived(dense, plan, discount, s));
            const best = Math.max(...worths);
            expect(values[s]).toBeCloseTo(best, 11);
            expect(lived(dense, found, discount, s)).toBeCloseTo(best, 11);
            const first = plans.flatMap((plan, k) => (best - worths[k] < 1e-11 ? [plan[0][s]] : []));
            expect(actions[s]).toEqual([...new Set(first)].sort());
          }
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  it('is the sum over the days for a policy that stays the same', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(1, 0.9), fc.integer({ min: 1, max: 40 }), (g, discount, days) => {
        const dense = randomDense(g, { ...SHAPE, states: 5 });
        const policy = dense.rewards.map((row) => row.findLastIndex((reward) => reward !== undefined));
        const process = processOf(dense);
        const values = horizonValue(chainUnder(process, deterministic(process, policy)), discount, days);
        const plan = Array(days).fill(policy);
        expect(
          difference(
            values,
            policy.map((_, s) => lived(dense, plan, discount, s)),
          ),
        ).toBeLessThan(1e-12);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('depends on the days to go: work, and sell on the last day', () => {
    const process = processOf({ rewards: [[0.6, 1]], next: [[[1], [0]]] });
    const { values, actions, policy } = finiteHorizon(process, 1, 3);
    expect(values[0]).toBeCloseTo(2.2, 14);
    expect(actions).toEqual([[0]]);
    expect([3, 2, 1].map((days) => policy(days)[0])).toEqual([0, 0, 1]);
  });
});
