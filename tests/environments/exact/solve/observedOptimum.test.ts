import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criterion, solve } from '../../../../environments/exact/solve/criterion.ts';
import { observedOptimum } from '../../../../environments/exact/solve/observedPolicy.ts';
import { type Dense, processOf, randomDense, valuesUnder } from './dense.ts';

const discounted = (discount: number): Criterion => ({ kind: 'discounted', discount, days: 1 });

/** The same process, with each state's row replaced by the mixture that its observation decides on. */
function mixed(dense: Dense, chances: readonly (readonly number[])[]): Dense {
  const law = (s: number) => chances[dense.observations?.[s] ?? s];
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const each = (s: number, of: (a: number) => number) => sum(law(s).map((p, a) => (p > 0 ? p * of(a) : 0)));
  return {
    rewards: dense.rewards.map((row, s) => [each(s, (a) => row[a] as number)]),
    next: dense.next.map((row, s) => [dense.rewards.map((_, to) => each(s, (a) => row[a][to]))]),
  };
}

function worth(dense: Dense, chances: readonly (readonly number[])[], discount: number): number {
  const zeros = Array<number>(dense.rewards.length).fill(0);
  const values = valuesUnder(mixed(dense, chances), zeros, discount);
  return values.reduce((a, b) => a + b) / values.length;
}

/** Every way to choose one of `choices` for each of `groups`. */
function combinations<T>(groups: number, choices: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (let g = 0; g < groups; g++) all = all.flatMap((list) => choices.map((choice) => [...list, choice]));
  return all;
}

/** Random processes with all actions available, some of whose states look alike. */
function alike(g: fc.GeneratorValue, states: number, actions: number, groups: number): Dense {
  const { rewards, next } = randomDense(g, { states, actions, leaves: [0, 2], rewards: [-12, 12] });
  const observations = rewards.map((_, s) => (s < groups ? s : g(fc.nat, groups - 1)));
  return {
    rewards: rewards.map((row) => row.map((reward) => reward ?? 0)),
    next: next.map((row) => row),
    observations,
  };
}

describe('the best over what is seen', () => {
  it('without chance is that of the best of all fixed choices', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(0.5, 0.9, 0.99), (g, discount) => {
        const dense = alike(g, 5, 3, 3);
        const process = processOf(dense);
        const found = observedOptimum(process, solve(process, discounted(discount)));
        const sure = [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ];
        const worths = combinations(3, sure).map((choice) => worth(dense, choice, discount));
        const best = Math.max(...worths);
        expect(Math.abs(found.deterministic - best)).toBeLessThan(1e-10 * Math.max(1, Math.abs(best)));
      }),
      { numRuns: 80, seed: 51 },
    );
  });

  it('with chance is as good as any on a grid, and is what its policy is worth', () => {
    const steps = Array.from({ length: 21 }, (_, k) => [k / 20, 1 - k / 20]);
    let random = 0;
    const short: number[] = [];
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(0.5, 0.9, 0.99), (g, discount) => {
        const dense = alike(g, 4, 2, 2);
        const process = processOf(dense);
        const solution = solve(process, discounted(discount));
        const { optimum, deterministic, policy, proven } = observedOptimum(process, solution);
        const scale = Math.max(1, Math.abs(optimum));
        expect(optimum).toBeLessThan(solution.optimum + 1e-9 * scale);
        expect(proven).toBe(solution.optimum - optimum < 1e-9 * scale);
        const chances = [0, 2].map((first) => [...policy.subarray(first, first + 2)]);
        for (const [p, q] of chances) expect(p + q).toBeCloseTo(1, 12);
        expect(Math.abs(worth(dense, chances, discount) - optimum)).toBeLessThan(1e-9 * scale);
        if (optimum > deterministic + 1e-6) random++;
        const best = Math.max(...combinations(2, steps).map((choice) => worth(dense, choice, discount)));
        if (optimum < best - 1e-9 * scale) short.push(best - optimum);
      }),
      { numRuns: 60, seed: 52 },
    );
    expect(random).toBeGreaterThan(3);
    // Often one observation needs chance and the other does not.
    expect(short).toEqual([]);
  });

  it('is the optimum where every state looks different', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const process = processOf(
          randomDense(g, { states: 5, actions: 3, leaves: [0, 2], rewards: [-12, 12] }),
        );
        const solution = solve(process, discounted(0.9));
        const found = observedOptimum(process, solution);
        expect(found.proven).toBe(true);
        expect(found.optimum).toBeCloseTo(solution.optimum, 10);
      }),
      { numRuns: 40, seed: 53 },
    );
  });

  it('over a number of days may need chance although every state looks different', () => {
    // Work, and sell on the last of two days: who does not count the days sells with probability ¼.
    const process = processOf({ rewards: [[0.6, 1]], next: [[[1], [0]]] });
    const found = observedOptimum(process, solve(process, { kind: 'horizon', discount: 1, days: 2 }));
    expect(found.deterministic).toBeCloseTo(1.2, 12);
    expect(found.optimum).toBeCloseTo(1.225, 9);
    expect(found.policy[1]).toBeCloseTo(0.25, 4);
  });

  it('of what is not told apart at all: the two doors of the tiger', () => {
    // Two rooms that look alike; in each another door leads out, the wrong one costs 1 and stays.
    const process = processOf({
      rewards: [
        [0, -1],
        [-1, 0],
      ],
      next: [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [0, 1],
          [0, 0],
        ],
      ],
      observations: [0, 0],
    });
    const found = observedOptimum(process, solve(process, { kind: 'total', discount: 1, days: 1 }));
    expect(found.deterministic).toBe(Number.NEGATIVE_INFINITY);
    expect(found.optimum).toBeCloseTo(-1, 9);
    expect(found.policy[0]).toBeCloseTo(0.5, 4);
  });
});
