import { describe, expect, it } from 'vitest';
import { always } from '../../../agents/rules/always.ts';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { explainDay } from '../../../environments/scenario/explain.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { load, problemsIn, smallScenario } from './smallScenario.ts';

const scenario = (tables: string, reward: string) =>
  `title: t
story: s
horizon: 1
tables: ${tables}
state: { town: 2 }
actions: { stay: { kind: 1 }, go: { kind: 2, toll: 0 } }
reward: { r: "${reward}" }
observe: {}`.replace(', toll: 0', '');

/** The reward of one day of going, simulated and exact. */
function rewards(tables: string, reward: string): number[] {
  const program = load(scenario(tables, reward));
  const { rewards: exact, rowOf } = enumerate(program);
  const { values } = evaluate(program, always(1), { users: 1, seed: '1' }).metrics[0];
  return [values[0], exact[rowOf[1]]];
}

describe('tables', () => {
  it('are read by place, or by row and column, from 1 on', () => {
    expect(rewards('{ fare: [8, 16, 7] }', 'fare[town] + fare[1] / 2')).toEqual([20, 20]);
    expect(rewards('{ p: [[1, 2, 3], [4, 5, 6]] }', '10 * p[town, action.kind + 1] + p[1, 1]')).toEqual([
      61, 61,
    ]);
  });

  it('have no number outside of them', () => {
    const outside = ['fare[0]', 'fare[4]', 'fare[1.5]', 'p[3, 1]', 'p[1, 3]', 'p[1, 0]'];
    const tables = '{ fare: [8, 16, 7], p: [[1, 2], [3, 4]] }';
    for (const read of outside) {
      expect(rewards(tables, `${read} > 0 ? 1 : 2`), read).toEqual([2, 2]);
      expect(() => rewards(tables, read), read).toThrow(/became NaN|finite/);
    }
  });

  it('may be read where everything is the same for everyone', () => {
    const text = scenario('{ fare: [8, 16, 7] }', '-action.cost').replace(
      'kind: 2',
      'kind: 2, cost: "fare[3]"',
    );
    expect(load(text).actions[1].attributes['cost']).toBe(7);
  });

  it('are explained also where something goes by the name of what reads them', () => {
    const text = smallScenario({
      more: 'tables: { line: [4, 5] }',
      day: 'day: { visit: bernoulli(rate), lookup: 1, table: 2, element: 3, mood: "line[lookup] / 8" }',
    });
    const user = { seedKey: 1, birth: 2, day: 1, tenure: 1, segment: 0, stage: 0, action: 0 };
    const { values } = explainDay(load(text), { ...user, values: { mood: 0, frailty: 0, recency: 0 } });
    expect(values['mood']).toBe(0.5);
  });

  it('are refused where they are not rectangular, unknown, or read otherwise', () => {
    const messages = (tables: string, reward: string) => problemsIn(scenario(tables, reward)).join('; ');
    const three = '{ fare: [8, 16, 7], p: [[1, 2], [3, 4]] }';
    expect(messages('{ p: [[1, 2], [3]] }', '1')).toContain(
      'as long as the first, which has 2 numbers; this one has 1',
    );
    expect(messages('{ p: [[1, 2], 3] }', '1')).toContain(
      'expected a list of numbers, or a list of rows of numbers',
    );
    expect(messages(three, 'fare')).toContain('"fare" cannot be used here: it is a table; read fare[…]');
    expect(messages(three, 'fair[1]')).toContain('there is no table "fair"; did you mean "fare"?');
    expect(messages(three, 'fare[1, 2]')).toContain('fare is read as fare[place], got 2 indices');
    expect(messages(three, 'p[1]')).toContain('p is read as p[row, column], got 1 indices');
    expect(messages(three, 'p[1][2]')).toContain('only tables and vectors can be read with [ ]');
    expect(messages(three, 'fare[action]')).toContain('a action is not a number');
    expect(messages('{ town: [1] }', '1')).toContain('the name "town" is already');
  });
});
