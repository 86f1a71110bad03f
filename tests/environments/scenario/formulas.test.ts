import { describe, expect, it } from 'vitest';
import { type ExplainedFormula, explainDay } from '../../../environments/scenario/explain.ts';
import { load, smallScenario } from './smallScenario.ts';

const VALUES = { frailty: 0.5, mood: 0.25, recency: 3 };

/** The formula as the day's third, on day 10 of a user with a mood of 0.25 who got a coupon. */
function explain(formula: string): ExplainedFormula {
  const day = `day:\n  visit: false\n  mood: mood\n  result: ${JSON.stringify(formula)}`;
  const program = load(smallScenario({ day }));
  const user = { seedKey: 1, birth: 2, day: 10, tenure: 4, segment: 1, stage: 1, action: 1, values: VALUES };
  return explainDay(program, user).day[2];
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3 ^ 2 - 4 / 8', 18.5],
    ['-2 ^ 2', -4],
    ['(2 ^ 3) ^ 2', 64],
    ['7 mod 3 + -7 mod 3', 3],
    ['7 % 3', 1],
    ['+mood', 0.25],
    ['mood ^ 0', 1],
    ['min(3, mood, 1) + max(3, mood)', 3.25],
    ['clamp(5, 0, 1) + clamp(-5, 0, 1) + clamp(mood, 0, 1)', 1.25],
    ['floor(-mood) + abs(-mood) + sqrt(mood)', -0.25],
    ['exp(0) + log(1) + logistic(0)', 1.5],
    ['mood < 0.5', 1],
    ['0 < mood <= 0.25 < 1', 1],
    ['0 < mood < 0.25', 0],
    ['1 == 1.0000000000000002', 0],
    ['0.1 + 0.2 == 0.3', 0],
    ['not (mood > 0) or mood > 0 and true', 1],
    ['true xor true', 0],
    ['mood and recency', 1],
    ['true + true', 2],
    ['(mood > 0) * 7', 7],
    ['(mood > 1) * (1 / 0)', 0],
    ['(1 / 0) * (mood > 1)', 0],
    ['mood > 0 ? 2 : 3', 2],
    ['mood > 1 ? 2 : mood > 0 ? 3 : 4', 3],
    ['visit ? 2 : mood > 0', 1],
    ['stage == loyal and stage != new', 1],
    ['loyal == stage', 1],
    ['segment == often', 1],
    ['action == coupon and action.family == promotion', 1],
    ['action.pull + action.cost', 1.1],
    ['rate + gain + frailty', 1.6],
    ['day + weekday + tenure', 17],
    ['0x10 + 1e1', 26],
    ['true ? 1 : 0', 1],
  ])('%s is %d', (formula, value) => {
    expect(explain(formula).value).toBe(value);
  });

  it('may run over several lines', () => {
    expect(explain('mood +\n 1\n').value).toBe(1.25);
    expect(explain('(mood\n + 1)\n * 2').text).toBe('(mood  + 1)  * 2');
  });

  it('may be a number or a condition of YAML', () => {
    const program = load(smallScenario({ day: 'day: { visit: true, mood: -1.5e-3 }' }));
    expect(program.day.map(({ formula }) => formula.text)).toEqual(['true', '-0.0015']);
  });

  it('names its inputs once, in the order of the text', () => {
    const { inputs } = explain('mood + action.pull * mood + gain - (stage == loyal)');
    expect(inputs).toEqual([
      { name: 'mood', value: 0.25 },
      { name: 'action.pull', value: 1 },
      { name: 'gain', value: 0.5 },
      { name: 'stage', value: 1 },
    ]);
  });
});
