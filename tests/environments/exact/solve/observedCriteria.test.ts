import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Criterion, policyWorth, solve } from '../../../../environments/exact/solve/criterion.ts';
import { observedOptimum } from '../../../../environments/exact/solve/observedPolicy.ts';
import { type DenseShape, processOf, randomDense } from './dense.ts';

const STEPS = Array.from({ length: 11 }, (_, k) => [k / 10, 1 - k / 10]);
const GRID = STEPS.flatMap((first) => STEPS.map((second) => [first, second]));

it.each<[Criterion['kind'], Pick<DenseShape, 'leaves' | 'rewards'>]>([
  ['horizon', { leaves: [0, 2], rewards: [-12, 12] }],
  ['total', { leaves: [0, 3], rewards: [-12, 0] }],
])('the best over what is seen, for the criterion %s: no policy on a grid is better', (kind, shape) => {
  const criterion: Criterion = { kind, discount: 1, days: 4 };
  fc.assert(
    fc.property(fc.gen(), fc.nat(1), fc.nat(1), (g, third, fourth) => {
      const { rewards, next } = randomDense(g, { states: 4, actions: 2, ...shape });
      const observations = [0, 1, third, fourth];
      const process = processOf({
        rewards: rewards.map((row) => row.map((r) => r ?? 0)),
        next,
        observations,
      });
      const worth = (law: readonly (readonly number[])[]) =>
        policyWorth(process, Float64Array.from(observations.flatMap((o) => law[o])), criterion).value;
      const solution = solve(process, criterion);
      const { optimum, policy } = observedOptimum(process, solution);
      const law = [[...policy.subarray(0, 2)], [...policy.subarray(2, 4)]];
      const scale = Math.max(1, Math.abs(optimum));
      for (const [p, q] of law) expect(p + q).toBeCloseTo(1, 12);
      expect(Math.abs(worth(law) - optimum)).toBeLessThan(1e-9 * scale);
      expect(optimum).toBeLessThan(solution.optimum + 1e-9 * scale);
      for (const other of GRID) expect(worth(other)).toBeLessThan(optimum + 1e-8 * scale);
    }),
    { numRuns: 60, seed: 54, endOnFailure: true },
  );
});
