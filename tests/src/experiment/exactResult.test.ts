import { describe, expect, it } from 'vitest';
import { NotFiniteError } from '../../../environments/exact/finite.ts';
import { NoSolutionError } from '../../../environments/exact/solve/block.ts';
import { solveExactly, worthOf } from '../../../src/experiment/exactResult.ts';
import { classic, policyNamed, solved, written } from '../../environments/exact/solved.ts';

describe('the exact result', () => {
  const program = classic('pfeifer-carraway');
  const result = solved(program);

  it('has the living by state and the stages of who has left, with values and names of actions', () => {
    expect(result.states.map(({ state }) => state)).toEqual([
      ...[1, 2, 3, 4].map((recency) => ({ stage: 'customer', recency })),
      { stage: 'former' },
    ]);
    expect(result.states.at(-1)).toMatchObject({ value: 0, actions: [] });
  });

  it('of a policy has one value for each of these states', () => {
    const { name, value, values } = worthOf(result, 'mail', policyNamed(program, 'always:market'));
    expect([name, values.length, values[4]]).toEqual(['mail', 5, 0]);
    expect(value).toBe(values[0]);
  });

  it.each([
    ['horizon', 1],
    ['horizon', 0.5],
    ['discounted', 0.5],
    ['total', 1],
  ] as const)(
    'under the criterion %s with γ = %d nothing is worth more than the optimum',
    (kind, discount) => {
      const other = solveExactly(program, { kind, discount, days: 6 });
      for (const name of ['none', 'random', 'untilThree', 'mostly', 'always:market']) {
        const { values } = worthOf(other, name, policyNamed(program, name));
        for (const [s, { value }] of other.states.entries())
          expect(values[s]).toBeLessThanOrEqual(value + 1e-12);
      }
    },
  );

  it('counts days up to the horizon of the criterion only, and refuses to count without end', () => {
    const counting = written('horizon: 3\nactions: { none: {} }\nreward: { r: day }\nobserve: {}');
    expect(solved(counting, { days: 4 }).solution.optimum).toBe(10);
    for (const [kind, discount] of [
      ['discounted', 0.9],
      ['total', 1],
      ['average', 1],
    ] as const) {
      const run = () => solveExactly(counting, { kind, discount, days: 3 });
      expect(run).toThrow(NotFiniteError);
      expect(run).toThrow('only the criterion horizon is solved');
    }
  });

  it('is refused where the rewards of some lives have no sum', () => {
    expect(() => solved(classic('toymaker'), { kind: 'total' })).toThrow(NoSolutionError);
  });

  it('lets actions be named of whom nothing is left over: a stage nobody reaches is not told', () => {
    const never = written(`horizon: 3
actions: { none: {} }
lifecycle: { here: { gone: 0 }, gone: {} }
reward: { r: 1 }
observe: {}`);
    expect(solved(never).states.map(({ state }) => state)).toEqual([{ stage: 'here' }]);
  });
});
