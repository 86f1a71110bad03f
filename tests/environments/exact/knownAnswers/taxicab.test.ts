import { describe, expect, it } from 'vitest';
import { solveLinear } from '../../../support/solveLinear.ts';
import { knownAnswer, solved, stateWith, worth } from '../solved.ts';

describe("Howard's taxicab (1960, chapter 5)", () => {
  const program = knownAnswer('taxicab');
  const result = solved(program);

  it('standing in line everywhere gains 13.34 a trip; relative values −1.18, 12.66, 0', () => {
    expect(result.solution.optimum).toBeCloseTo(1588 / 119, 12);
    const [a, b, c] = [1, 2, 3].map((town) => stateWith(result, { town }));
    expect([a.actions, b.actions, c.actions]).toEqual([['stand'], ['stand'], ['stand']]);
    expect(a.value - c.value).toBeCloseTo(-20 / 17, 12);
    expect(b.value - c.value).toBeCloseTo(12.6555, 4);
  });

  it('the first policy of the iteration, cruising everywhere, gains 9.2', () => {
    expect(worth(program, result, 'always:cruise').value).toBeCloseTo(9.2, 12);
  });

  it.each([0.1, 0.5, 0.7, 0.9, 0.99])('with a discount of %s: the best of all 18 policies', (discount) => {
    const { states } = solved(program, { kind: 'discounted', discount });
    const policies = [0, 1, 2].flatMap((a) => [0, 1].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
    const all = policies.map((policy) => ({ policy, values: valuesOf(policy, discount) }));
    const best = all.reduce((x, y) => (y.values[0] > x.values[0] ? y : x));
    expect(states.map(({ actions }) => actions)).toEqual(best.policy.map((a) => [ACTIONS[a]]));
    for (const [k, { value }] of states.entries()) expect(value).toBeCloseTo(best.values[k], 9);
  });
});

const ACTIONS = ['cruise', 'stand', 'radio'];

/** Howard's table 5.1: probabilities and fares by town and action. */
const PROBABILITIES = [
  [
    [1 / 2, 1 / 4, 1 / 4],
    [1 / 16, 3 / 4, 3 / 16],
    [1 / 4, 1 / 8, 5 / 8],
  ],
  [
    [1 / 2, 0, 1 / 2],
    [1 / 16, 7 / 8, 1 / 16],
  ],
  [
    [1 / 4, 1 / 4, 1 / 2],
    [1 / 8, 3 / 4, 1 / 8],
    [3 / 4, 1 / 16, 3 / 16],
  ],
];
const FARES = [
  [
    [10, 4, 8],
    [8, 2, 4],
    [4, 6, 4],
  ],
  [
    [14, 0, 18],
    [8, 16, 8],
  ],
  [
    [10, 2, 8],
    [6, 4, 2],
    [4, 0, 8],
  ],
];

function valuesOf(policy: readonly number[], discount: number): number[] {
  const matrix = policy.map((a, i) => PROBABILITIES[i][a].map((p, j) => (i === j ? 1 : 0) - discount * p));
  const fares = policy.map((a, i) => PROBABILITIES[i][a].reduce((sum, p, j) => sum + p * FARES[i][a][j], 0));
  return solveLinear(matrix, fares);
}
