import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../environments/exact/solve/criterion.ts';
import { policyWorth } from '../../../../environments/exact/solve/criterion.ts';
import { policyGradient } from '../../../../environments/exact/solve/policyGradient.ts';
import { solveLinear } from '../../../support/solveLinear.ts';
import { type Dense, processOf, randomDense } from './dense.ts';

const SHAPE = { states: 3, actions: 3, rewards: [-12, 12] } as const;

/** A random process, a random policy on it, and a change of that policy which keeps its sums. */
function example(g: fc.GeneratorValue, leaves: readonly [number, number]) {
  const dense = randomDense(g, { ...SHAPE, leaves });
  const policy: number[] = [];
  const change: number[] = [];
  for (const row of dense.rewards) {
    const weights = row.map((reward) => (reward === undefined ? 0 : g(fc.integer, { min: 1, max: 9 })));
    const all = weights.reduce((a, b) => a + b);
    policy.push(...weights.map((weight) => weight / all));
    const moves = row.map((reward) => (reward === undefined ? 0 : g(fc.integer, { min: -9, max: 9 })));
    const mean = moves.reduce((a, b) => a + b) / row.filter((reward) => reward !== undefined).length;
    change.push(...moves.map((move, a) => (row[a] === undefined ? 0 : move - mean)));
  }
  return { dense, policy, change };
}

/** What a policy is worth at entry, by its own linear equations or day by day. */
function worth(
  { rewards, next }: Dense,
  policy: readonly number[],
  { kind, discount, days }: Criterion,
): number {
  const mix = (s: number, of: (a: number) => number) =>
    rewards[s].reduce<number>((sum, r, a) => (r === undefined ? sum : sum + policy[3 * s + a] * of(a)), 0);
  const r = rewards.map((row, s) => mix(s, (a) => row[a] as number));
  const p = rewards.map((_, s) => rewards.map((_r, to) => mix(s, (a) => next[s][a][to])));
  let values: number[];
  if (kind === 'horizon') {
    values = r.map(() => 0);
    for (let day = 0; day < days; day++) {
      const later = values;
      values = r.map((reward, s) => reward + discount * p[s].reduce((sum, q, to) => sum + q * later[to], 0));
    }
  } else {
    values = solveLinear(
      p.map((row, i) => row.map((q, j) => (i === j ? 1 : 0) - discount * q)),
      r,
    );
  }
  return values.reduce((sum, value) => sum + value / r.length, 0);
}

/** Slope of a worth along a change, by differences of both sides. */
function slope(at: (step: number) => number): number {
  const step = 1e-4;
  return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
}

const along = (gradient: Float64Array, change: readonly number[]) =>
  change.reduce((sum, c, k) => (c === 0 ? sum : sum + c * gradient[k]), 0);

describe('the policy gradient is the slope of the worth', () => {
  it.each<[string, Criterion, readonly [number, number], number]>([
    ['discounted', { kind: 'discounted', discount: 0.9, days: 1 }, [0, 2], 1e-8],
    ['over 7 days', { kind: 'horizon', discount: 1, days: 7 }, [0, 2], 1e-8],
    ['over 4 discounted days', { kind: 'horizon', discount: 0.8, days: 4 }, [0, 2], 1e-8],
    ['total, where everybody leaves', { kind: 'total', discount: 1, days: 1 }, [1, 4], 1e-5],
  ])('%s', (_, criterion, leaves, tolerance) => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { dense, policy, change } = example(g, leaves);
        const process = processOf(dense);
        const gradient = policyGradient(process, Float64Array.from(policy), criterion);
        const expected = slope((step) =>
          worth(
            dense,
            policy.map((p, k) => p + step * change[k]),
            criterion,
          ),
        );
        const size = Math.max(1, ...gradient.map(Math.abs)) * 30;
        expect(Math.abs(along(gradient, change) - expected)).toBeLessThan(tolerance * size);
      }),
      { numRuns: 60, seed: 41 },
    );
  });

  it('average, up to a factor', () => {
    const criterion: Criterion = { kind: 'average', discount: 1, days: 1 };
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { dense, policy, change } = example(g, [0, 0]);
        const process = processOf(dense);
        const gain = (way: readonly number[]) => (step: number) =>
          policyWorth(
            process,
            Float64Array.from(policy, (p, k) => p + step * way[k]),
            criterion,
          ).value;
        const gradient = policyGradient(process, Float64Array.from(policy), criterion);
        const found = along(gradient, change);
        const expected = slope(gain(change));
        // The factor is the number of days that are looked at, 1 / (1 − γ) with γ = 1 − 1e-5.
        expect(Math.abs(found * 1e-5 - expected)).toBeLessThan(2e-3 * Math.max(1, Math.abs(expected)));
      }),
      { numRuns: 40, seed: 42 },
    );
  });
});
