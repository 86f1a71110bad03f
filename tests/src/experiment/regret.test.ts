import { describe, expect, it } from 'vitest';
import { regretOf, solveOnTheSide } from '../../../src/experiment/regret.ts';
import { classic, knownAnswer, written } from '../../environments/exact/solved.ts';
import { smallShop } from '../../support/smallShop.ts';

describe('solving on the side', () => {
  it('gives the optimum over the days that are played, with the discount of the scenario', () => {
    expect(solveOnTheSide(knownAnswer('inventory'), 3)?.solution.optimum).toBe(67 / 16);
    expect(solveOnTheSide(knownAnswer('inventory'), 2)?.solution.optimum).toBe(2);
    const discounted = solveOnTheSide(classic('pfeifer-carraway'), 1);
    expect(discounted?.solution.optimum).toBe(40);
    expect(discounted?.solution.criterion).toEqual({ kind: 'horizon', discount: 1 / 1.2, days: 1 });
  });

  it('gives nothing where a scenario is not finite, too large, or comes to what it may not', () => {
    expect(solveOnTheSide(smallShop(), 12)).toBeUndefined();
    const counter = (high: number) =>
      written(`horizon: 5
state: { x: { value: 0, range: [0, ${high}] } }
actions: { none: {} }
day: { x: x + 1 }
reward: { r: 1 }
observe: {}`);
    const large = written(`horizon: 5
state: { x: { value: "floor(uniform(0, 150))", range: [0, 149] }, y: { value: "floor(uniform(0, 150))", range: [0, 149] } }
actions: { none: {} }
reward: { r: 1 }
observe: {}`);
    expect(solveOnTheSide(large, 5)).toBeUndefined();
    expect(solveOnTheSide(counter(3), 5)).toBeUndefined();
    expect(solveOnTheSide(knownAnswer('inventory'), 6_000_000)).toBeUndefined();
  });
});

describe('regret', () => {
  it('is what is missing to the optimum, with the interval turned around', () => {
    expect(regretOf({ mean: 6, low: 5, high: 7.5 }, 8)).toEqual({
      regret: { mean: 2, low: 0.5, high: 3 },
      ofOptimum: { mean: 0.75, low: 0.625, high: 0.9375 },
    });
  });

  it('may be a little below 0, as people may be lucky', () => {
    expect(regretOf({ mean: 8.1, low: 7.9, high: 8.3 }, 8).regret.low).toBeCloseTo(-0.3, 12);
  });

  it('has no part of an optimum that is not positive', () => {
    expect(regretOf({ mean: -6, low: -7, high: -5 }, -3)).toMatchObject({
      regret: { mean: 3 },
      ofOptimum: undefined,
    });
    expect(regretOf({ mean: -6, low: -7, high: -5 }, 0).ofOptimum).toBeUndefined();
  });
});
