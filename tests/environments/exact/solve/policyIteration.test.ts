import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyIteration } from '../../../../environments/exact/solve/policyIteration.ts';
import { valueIteration } from '../../../../environments/exact/solve/valueIteration.ts';
import {
  type Dense,
  difference,
  everyPolicy,
  largest,
  processOf,
  randomDense,
  valuesUnder,
  worthOfAction,
} from './dense.ts';
import { earnsForEver, valuesWithoutEnd } from './withoutEnd.ts';

/** Runs a check on many random processes. */
function forMany(runs: number, make: (g: fc.GeneratorValue) => Dense, check: (dense: Dense) => void): void {
  fc.assert(
    fc.property(fc.gen(), (g) => check(make(g))),
    { numRuns: runs, seed: 7 },
  );
}

/** The optimum and the policy found are those of the best of all policies, and so are the best actions. */
function expectOptimum(dense: Dense, discount: number, evaluate = valuesUnder): void {
  const process = processOf(dense);
  const best = largest(everyPolicy(dense).map((policy) => evaluate(dense, policy, discount)));
  const { values, actions, policy } = policyIteration(process, discount);
  expect(difference(values, best)).toBeLessThan(1e-9);
  expect(difference(evaluate(dense, [...policy], discount), best)).toBeLessThan(1e-9);
  for (const [s, found] of actions.entries()) {
    const worth = dense.rewards[s].map((_, a) => worthOfAction(dense, best, discount, s, a));
    const gaps = worth.map((w) => Math.max(...worth) - w);
    // A gap that is neither rounding nor a difference is not judged.
    expect(found).toEqual(expect.arrayContaining(gaps.flatMap((gap, a) => (gap < 1e-11 ? [a] : []))));
    for (const a of found) expect(gaps[a]).toBeLessThan(1e-7);
  }
}

function expectIteration(dense: Dense, discount: number, evaluate = valuesUnder): void {
  const best = largest(everyPolicy(dense).map((policy) => evaluate(dense, policy, discount)));
  const allowed = 1e-10 / (1 - Math.min(discount, 0.9999));
  expect(difference(valueIteration(processOf(dense), discount).values, best)).toBeLessThan(allowed);
}

const SMALL = { states: 4, actions: 3, rewards: [-12, 12] } as const;

describe('policy iteration, value iteration and all policies evaluated one by one', () => {
  it.each([0.5, 0.9, 0.99, 0.999])('agree with a discount of %s', (discount) => {
    forMany(
      60,
      (g) => randomDense(g, { ...SMALL, leaves: [0, 2] }),
      (dense) => {
        expectOptimum(dense, discount);
        expectIteration(dense, discount);
      },
    );
  });

  it('agree without a discount where everybody leaves sooner or later', () => {
    forMany(
      60,
      (g) => randomDense(g, { ...SMALL, leaves: [1, 4] }),
      (dense) => {
        expectOptimum(dense, 1);
        expectIteration(dense, 1);
      },
    );
  });

  it('agree where a life need not end, but every day costs or nothing is lost by staying', () => {
    const make = (g: fc.GeneratorValue): Dense => {
      const { rewards, next } = randomDense(g, { ...SMALL, leaves: [0, 3], rewards: [-3, 0] });
      // The last action leads out of everywhere, for a price.
      return {
        rewards: rewards.map((row, s) => [...row.slice(0, -1), -s - 3]),
        next: next.map((row) => [...row.slice(0, -1), Array<number>(SMALL.states).fill(0)]),
      };
    };
    forMany(80, make, (dense) => {
      expectOptimum(dense, 1, valuesWithoutEnd);
      expectIteration(dense, 1, valuesWithoutEnd);
    });
  });

  it('agree where days earn or cost, but nothing that goes on for ever earns', () => {
    let judged = 0;
    const make = (g: fc.GeneratorValue) => randomDense(g, { ...SMALL, leaves: [0, 3], rewards: [-8, 3] });
    forMany(110, make, (dense) => {
      const policies = everyPolicy(dense);
      if (policies.some((policy) => earnsForEver(dense, policy))) return;
      const best = largest(policies.map((policy) => valuesWithoutEnd(dense, policy)));
      if (!best.every(Number.isFinite)) return;
      judged++;
      // Not by value iteration, which takes a gain for nothing where one can then stand still.
      expectOptimum(dense, 1, valuesWithoutEnd);
    });
    expect(judged).toBeGreaterThan(20);
  });

  it('agree where only leaving pays: the largest probability of a prize', () => {
    const make = (g: fc.GeneratorValue) => {
      const dense = randomDense(g, { ...SMALL, leaves: [0, 2], rewards: [0, 8] });
      const leaving = dense.next.map((row) => row.map((ways) => 1 - ways.reduce((a, b) => a + b)));
      const rewards = dense.rewards.map((row, s) => row.map((reward, a) => reward && reward * leaving[s][a]));
      return { ...dense, rewards };
    };
    forMany(80, make, (dense) => {
      expectOptimum(dense, 1, valuesWithoutEnd);
      expectIteration(dense, 1, valuesWithoutEnd);
    });
  });
});
