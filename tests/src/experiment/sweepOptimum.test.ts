import { describe, expect, it } from 'vitest';
import { type SweepPoint, sweepOptimum } from '../../../src/experiment/sweepOptimum.ts';
import { solved, written } from '../../environments/exact/solved.ts';

/** A made-up optimum: the actions of each state are those whose interval holds the value. */
function made(states: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>) {
  let solves = 0;
  const solveAt = (value: number): SweepPoint => {
    solves++;
    const actions = Object.entries(states).map(([state, intervals]): [string, string[]] => [
      state,
      Object.entries(intervals).flatMap(([action, [from, to]]) =>
        value >= from && value <= to ? [action] : [],
      ),
    ]);
    return { value, optimum: value, actions: new Map(actions) };
  };
  return { solveAt, solves: () => solves };
}

describe('a sweep', () => {
  it('finds where the policy changes, between points and on them', () => {
    const { solveAt } = made({
      a: { low: [0, Math.PI], high: [Math.PI, 9] },
      b: { low: [0, 5], high: [5, 9] },
      c: { same: [0, 9] },
    });
    const { points, changes } = sweepOptimum([1, 2, 3, 4, 5, 6], solveAt);
    expect(points.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(changes).toEqual([
      { value: expect.closeTo(Math.PI, 9), states: [{ state: 'a', below: ['low'], above: ['high'] }] },
      { value: expect.closeTo(5, 9), states: [{ state: 'b', below: ['low'], above: ['high'] }] },
    ]);
  });

  it('finds several changes within a step where they do not cancel', () => {
    const { solveAt } = made({ a: { low: [0, 1.2], middle: [1.2, 1.6], high: [1.6, 9] } });
    const { changes } = sweepOptimum([1, 2], solveAt);
    expect(changes.map(({ value }) => value)).toEqual([expect.closeTo(1.2, 8), expect.closeTo(1.6, 8)]);
  });

  it('takes changes of several states at one value together', () => {
    const { solveAt } = made({ a: { low: [0, 2.5], high: [2.5, 9] }, b: { on: [0, 2.5], off: [2.5, 9] } });
    const { changes } = sweepOptimum([1, 4], solveAt);
    expect(changes).toHaveLength(1);
    expect(changes[0].states.map(({ state }) => state)).toEqual(['a', 'b']);
  });

  it('says nothing where nothing changes, nor solves more than the points', () => {
    const { solveAt, solves } = made({ a: { same: [0, 9] } });
    expect(sweepOptimum([1, 2, 3], solveAt).changes).toEqual([]);
    expect(solves()).toBe(3);
    expect(sweepOptimum([1], solveAt)).toMatchObject({ points: [{ value: 1 }], changes: [] });
  });

  it('keeps changes apart that are near each other on a small scale', () => {
    const { solveAt } = made({ a: { low: [0, 2e-8], middle: [2e-8, 6e-8], high: [6e-8, 9] } });
    const { changes } = sweepOptimum([0, 4e-8, 8e-8], solveAt);
    expect(changes).toHaveLength(2);
  });

  it.each([1, 0.001, 1e-6])('finds one change where it matters little: a slope of %d', (slope) => {
    const { changes } = sweepOptimum([1, 3, 6, 9], (price) => {
      const { solution, states } = solved(
        written(
          `horizon: 2
parameters: { price: { value: 1 } }
actions: { none: {}, act: {} }
reward: { r: "(action == act) * ${slope} * (5 - price)" }
observe: {}`,
          { price },
        ),
      );
      return { value: price, optimum: solution.optimum, actions: new Map([['here', states[0].actions]]) };
    });
    // There is an interval in which both are called best; its two ends are one change.
    expect(changes).toEqual([
      { value: expect.closeTo(5, 6), states: [{ state: 'here', below: ['act'], above: ['none'] }] },
    ]);
  });
});
