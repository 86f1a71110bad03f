import { describe, expect, it } from 'vitest';
import { always } from '../../../agents/rules/always.ts';
import { printDay } from '../../../environments/population/printKernel.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { worthOf } from '../../../src/experiment/exactResult.ts';
import { optimalPolicy } from '../../../src/experiment/optimalPolicy.ts';
import { solved, written } from './solved.ts';

const world = (starts: string, pays: string, more = '') =>
  written(`horizon: 10
${starts}
actions: { wait: {}, sell: { cost: 1 }, rest: { cost: 0, when: weekday != 3 } }
reward: { sales: "(action == sell) * (${pays}) - action.cost" }
observe: {}
${more}`);

describe('the exact reading of', () => {
  it('weekday knows the date: selling pays at weekends', () => {
    const program = world('starts: 2026-09-10', '3 * (weekday >= 6)');
    const result = solved(program);
    // A Thursday: of ten days from it the third and fourth, and the tenth, are at weekends.
    expect(result.solution.optimum).toBe(6);
    expect(result.process.carried.map(({ kind }) => kind)).toEqual(['stage', 'weekday']);
    expect(result.process.states).toHaveLength(8);
    expect(worthOf(result, 'always', always(1)).value).toBe(9 - 10);
    const policy = optimalPolicy(result.process, result.solution, program.horizon);
    expect(evaluate(program, policy, { users: 3, seed: '1' }).metrics[0].values[0]).toBe(6);
  });

  it('weekday without a date counts from day 1', () => {
    expect(solved(world('', '3 * (weekday >= 6)')).solution.optimum).toBe(4);
  });

  it('yearday counts the days', () => {
    const program = world('starts: 2024-12-28', '5 * (yearday == 366) + 2 * (yearday <= 2)');
    const result = solved(program);
    expect(result.process.carried.map(({ kind }) => kind)).toEqual(['stage', 'day']);
    expect(result.solution.optimum).toBe(4 + 1 + 1);
    const policy = optimalPolicy(result.process, result.solution, program.horizon);
    expect(evaluate(program, policy, { users: 3, seed: '1' }).metrics[0].values[0]).toBe(6);
    expect(() => solved(program, { kind: 'discounted', discount: 0.9 })).toThrow(
      'over day, yearday or tenure',
    );
  });
});

describe('the kernel', () => {
  const source = (starts: string, pays: string) => printDay(world(starts, pays), { measured: true }).source;

  it('asks the calendar once a day, and only where a formula does', () => {
    expect(source('', 'weekday')).not.toContain('yearday');
    expect(source('starts: 2026-09-10', 'yearday').split('library.yearday').length).toBe(2);
    expect(source('starts: 2026-09-10', 'yearday').indexOf('library.yearday')).toBeLessThan(
      source('starts: 2026-09-10', 'yearday').indexOf('for (let i'),
    );
  });
});
