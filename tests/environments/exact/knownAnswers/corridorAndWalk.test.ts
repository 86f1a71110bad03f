import { describe, expect, it } from 'vitest';
import { observedOptimum } from '../../../../environments/exact/solve/observedPolicy.ts';
import { classic, solved, stateWith, worth } from '../solved.ts';

describe('Sutton and Barto (2018), example 13.1: short corridor', () => {
  const program = classic('short-corridor');
  const result = solved(program);
  const best = observedOptimum(result.process, result.solution);

  it('random is worth −12, any fixed choice −∞', () => {
    expect(worth(program, result, 'random').value).toBeCloseTo(-12, 11);
    expect(worth(program, result, 'always:left').value).toBe(Number.NEGATIVE_INFINITY);
    expect(worth(program, result, 'always:right').value).toBe(Number.NEGATIVE_INFINITY);
    expect(best.deterministic).toBe(Number.NEGATIVE_INFINITY);
  });

  it('the best stochastic policy goes right with probability 2 − √2 and is worth −(6 + 4 √2)', () => {
    expect(best.policy[1]).toBeCloseTo(2 - Math.SQRT2, 6);
    expect(best.policy[0] + best.policy[1]).toBeCloseTo(1, 14);
    expect(best.policy[1]).toBeCloseTo(0.585786, 6);
    expect(best.optimum).toBeCloseTo(-6 - 4 * Math.SQRT2, 10);
    expect(best.optimum).toBeCloseTo(-11.656854, 6);
    expect(worth(program, result, 'best').value).toBeCloseTo(-6 - 4 * Math.SQRT2, 11);
    expect(best.proven).toBe(false);
  });

  it('who sees the rooms needs 3 steps', () => {
    expect(result.states.slice(0, 3).map(({ value, actions }) => [value, actions])).toEqual([
      [-3, ['right']],
      [-2, ['left']],
      [-1, ['right']],
    ]);
  });
});

describe('Sutton and Barto (2018), example 6.2: random walk', () => {
  it('places are worth 1/6 to 5/6', () => {
    const program = classic('random-walk');
    const result = solved(program);
    for (const place of [1, 2, 3, 4, 5])
      expect(stateWith(result, { place }).value).toBeCloseTo(place / 6, 14);
    expect(worth(program, result, 'none').value).toBeCloseTo(0.5, 14);
  });
});

describe('Sutton and Barto (2018), example 6.7: maximisation bias', () => {
  it('left is worth −0.1 and right 0, so right is best', () => {
    const program = classic('maximisation-bias');
    const result = solved(program);
    expect(stateWith(result, { place: 1 })).toMatchObject({ value: 0, actions: ['right'] });
    expect(stateWith(result, { place: 2 }).value).toBeCloseTo(-0.1, 14);
    expect(stateWith(result, { place: 2 }).actions).toHaveLength(10);
    expect(worth(program, result, 'always:left').value).toBeCloseTo(-0.1, 14);
    expect(worth(program, result, 'random').value).toBeCloseTo(-0.05, 14);
  });
});
