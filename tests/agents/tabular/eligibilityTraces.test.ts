import { describe, expect, it } from 'vitest';
import { ActionValues } from '../../../agents/tabular/actionValues.ts';
import { EligibilityTraces } from '../../../agents/tabular/eligibilityTraces.ts';
import { experienceSpec } from '../../support/experience.ts';

const STEP = { initial: 1, visits: 0, power: 0 };
const DAYS = 200;

/** What cell 0 learns on each day after its visit on the first, from an error of 1 a day, as others are visited. */
function echoes(fade: number, horizon: number): number[] {
  const traces = new EligibilityTraces('agent', { ...experienceSpec(1), horizon }, fade, 1);
  return Array.from({ length: DAYS }, (_, day) => {
    if (day === 0) traces.start();
    else traces.nextDay();
    traces.visit(0, day);
    const table = new ActionValues(1, DAYS);
    traces.spread(0, 1, table);
    table.move(STEP);
    return table.values[0];
  });
}

describe('EligibilityTraces', () => {
  it('fade by γλ a day and are cut where that is below 1e-4', () => {
    for (const fade of [0.3, 0.9, 0.95]) {
      const expected = Array.from({ length: DAYS }, (_, age) => (fade ** age >= 1e-4 ? fade ** age : 0));
      const seen = echoes(fade, DAYS);
      for (const [age, echo] of seen.entries()) expect(echo).toBeCloseTo(expected[age], 12);
      expect(seen.filter((echo) => echo > 0)).toHaveLength(expected.filter((part) => part > 0).length);
    }
  });

  it('never end within an episode where nothing fades', () => {
    expect(echoes(1, DAYS)).toEqual(Array(DAYS).fill(1));
  });

  it('are those of the last day only where all fades at once', () => {
    expect(echoes(0, DAYS)).toEqual([1, ...Array(DAYS - 1).fill(0)]);
  });

  it.each([
    [1, 1],
    [0.5, 1.25],
    [0, 1.5],
  ])('of a second visit with replacing = %d are %d where half of the first is left', (replacing, trace) => {
    const traces = new EligibilityTraces('agent', experienceSpec(1), 0.5, replacing);
    traces.start();
    traces.visit(0, 2);
    traces.nextDay();
    traces.visit(0, 2);
    const table = new ActionValues(1, 3);
    traces.spread(0, 1, table);
    table.move(STEP);
    expect([...table.values]).toEqual([0, 0, trace]);
  });

  it('let a cell learn for days from what is one visit', () => {
    const traces = new EligibilityTraces('agent', experienceSpec(1), 0.9, 1);
    const table = new ActionValues(1, 3);
    traces.start();
    for (const cell of [0, 1, 0]) {
      traces.visit(0, cell);
      traces.spread(0, 1, table);
      table.move(STEP);
      traces.nextDay();
    }
    expect([...table.visits]).toEqual([2, 1, 0]);
  });

  it('of somebody who comes later hold nothing of an earlier episode', () => {
    const traces = new EligibilityTraces('agent', experienceSpec(2), 1, 1);
    traces.start();
    for (const user of [0, 1]) traces.visit(user, user);
    traces.start();
    traces.visit(0, 2);
    traces.nextDay();
    traces.visit(1, 3);
    const table = new ActionValues(1, 4);
    traces.spread(1, 1, table);
    table.move(STEP);
    expect([...table.values]).toEqual([0, 0, 0, 1]);
  });

  it('of more users and days than can be held are refused', () => {
    const spec = { ...experienceSpec(1_000_000), horizon: 365 };
    expect(() => new EligibilityTraces('sarsa-lambda', spec, 0.9, 1)).toThrow(
      'sarsa-lambda would remember 88 days of 1000000 users, at most 50000000 user-days; use fewer users',
    );
  });
});
