import { describe, expect, it } from 'vitest';
import { sweepOptimum } from '../../../../src/experiment/sweepOptimum.ts';
import { knownAnswer, solved, stateWith } from '../solved.ts';

describe("Puterman's inventory (1994, section 4.6.1)", () => {
  it('three periods are worth 67/16, 129/16, 194/16, 227/16; order 3 in the first, 2 in the second if empty', () => {
    const values = (days: number) =>
      [0, 1, 2, 3].map((stock) => stateWith(solved(knownAnswer('inventory'), { days }), { stock }));
    expect(values(3).map(({ value }) => value)).toEqual([67 / 16, 129 / 16, 194 / 16, 227 / 16]);
    expect(values(3).map(({ actions }) => actions)).toEqual([['three'], ['wait'], ['wait'], ['wait']]);
    expect(values(2).map(({ value }) => value)).toEqual([2, 25 / 4, 10, 21 / 2]);
    expect(values(2).map(({ actions }) => actions)).toEqual([['two'], ['wait'], ['wait'], ['wait']]);
    expect(values(1).map(({ value }) => value)).toEqual([0, 5, 6, 5]);
  });

  it('the policy of each day is that of the days to go', () => {
    const result = solved(knownAnswer('inventory'));
    expect([3, 2, 1].map((days) => [...result.solution.policy(days)])).toEqual([
      [3, 0, 0, 0],
      [2, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe("Puterman's two states (1994, section 3.1)", () => {
  it('with a discount of .95 staying is worth −60/7', () => {
    const result = solved(knownAnswer('two-states'));
    expect(stateWith(result, { away: 0 }).value).toBeCloseTo(-60 / 7, 12);
    expect(stateWith(result, { away: 1 }).value).toBeCloseTo(-20, 12);
    expect(stateWith(result, { away: 0 }).actions).toEqual(['stay']);
  });

  it('patience pays from a discount of 10/11 on', () => {
    const { changes } = sweepOptimum([0.5, 0.8, 0.95], (lambda) => {
      const { states, solution } = solved(knownAnswer('two-states', { lambda }));
      const actions = states.map(({ state, actions: a }): [string, readonly string[]] => [
        String(state['away']),
        a,
      ]);
      return { value: lambda, optimum: solution.optimum, actions: new Map(actions) };
    });
    expect(changes).toHaveLength(1);
    expect(changes[0].value).toBeCloseTo(10 / 11, 8);
    expect(changes[0].states).toEqual([{ state: '0', below: ['leave'], above: ['stay'] }]);
  });
});

describe('a kiosk with a week', () => {
  it('is open from Monday to Saturday and gains 6.5 / 7 a day', () => {
    const result = solved(knownAnswer('opening-hours'));
    expect(result.solution.optimum).toBeCloseTo(6.5 / 7, 12);
    // The weekday of a state is that of the day that is over; at birth it is 0.
    const decided = (weekday: number) =>
      result.states.filter(({ state }) => state['weekday'] === weekday).map(({ actions }) => actions);
    for (const evening of [0, 1, 2, 3, 4, 5, 7])
      for (const actions of decided(evening)) expect(actions).toEqual(['open']);
    expect(decided(6)).toEqual([['close'], ['close']]);
  });

  it.each([1, 6, 7, 8, 14])('over %i days it does so as far as it pays', (days) => {
    const week = [1, 1, 1, 1, 1, 0, 0];
    const plain = Array.from({ length: days }, (_, d) => week[d % 7]).reduce((a, b) => a + b);
    const mondays = Math.floor((days - 1) / 7);
    const { optimum } = solved(knownAnswer('opening-hours'), { kind: 'horizon', days }).solution;
    expect(optimum).toBeCloseTo(plain + mondays * 1.5, 12);
  });
});
