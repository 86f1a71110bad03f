import { describe, expect, it } from 'vitest';
import { kernelLibrary } from '../../../environments/population/kernelLibrary.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { printRule, type RuleFunction } from '../../../environments/population/printRule.ts';
import { explainRule } from '../../../environments/scenario/explainRule.ts';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Program, Rule } from '../../../environments/scenario/program.ts';
import {
  classicScenarios,
  findScenario,
  lessonScenarios,
  shippedScenarios,
} from '../../../src/cli/scenarioFiles.ts';
import { load, smallScenario } from './smallScenario.ts';

const NAMES = [...shippedScenarios(), ...classicScenarios(), ...lessonScenarios()];
const DAYS = 40;

/** The number of the line that decides for each row, from 1 on, as the compiled rule finds it; 0: none. */
function compiled(program: Program, { choices }: Rule, width: number): RuleFunction {
  const lines = choices.map(({ when }, k) => ({ when, value: k + 1 }));
  return new Function('library', printRule(program, lines, width))(kernelLibrary) as RuleFunction;
}

/** Days in a population that is treated by the rule for its even rows and by turns for the odd ones. */
function* mornings(program: Program, rule: number) {
  const world = new PopulationEnvironment(program, { users: program.decision ? 2 : 9 });
  const { actions: given, features, horizon, rules } = world.spec;
  const policy = rules[rule].create(5);
  let { observation } = world.reset('lines');
  const actions = new Uint8Array(observation.active.length);
  for (let day = 1; day <= Math.min(DAYS, horizon); day++) {
    yield { day, observation, width: features.length };
    policy.selectActions(observation, actions);
    for (let row = 1; row < actions.length; row += 2) actions[row] = (row + day * 3) % given.length;
    observation = world.step(actions).observation;
  }
}

describe('explainRule(program, rule, features)', () => {
  it.each(NAMES)('finds the line that the compiled rule finds: %s', (name) => {
    const program = loadScenario(findScenario(name));
    for (const [k, rule] of program.rules.entries()) {
      const choose = compiled(
        program,
        rule,
        new PopulationEnvironment(program, { users: 1 }).spec.features.length,
      );
      for (const { day, observation, width } of mornings(program, k)) {
        const { features, active } = observation;
        const decided = new Uint8Array(active.length);
        choose(features, active, decided);
        for (const [row, line] of decided.entries()) {
          if (active[row] === 0) continue;
          const where = `${rule.name}, day ${day}, row ${row}`;
          const told = explainRule(program, rule, features.subarray(row * width, (row + 1) * width));
          expect(told.holds ? told.lines.length : 0, where).toBe(line);
          expect(told.lines.map(({ holds }) => holds).indexOf(true), where).toBe(line - 1);
          expect(told.lines.length, where).toBe(line || rule.choices.length);
        }
      }
    }
  });

  const choosing = (lines: string, more = {}) =>
    load(smallScenario({ rules: `rules: { r: { about: x, choose: [${lines}] } }`, ...more }));

  it('looks at nothing behind the line that holds', () => {
    const program = choosing(
      '{ when: mood < gain, do: none }, { when: phase == loyal, do: coupon }, { do: none }',
    );
    const told = explainRule(program, program.rules[0], [0.75, 0, 1, 0]);
    expect(told).toMatchObject({ name: 'r', count: 3, holds: true, probabilities: [0, 1] });
    expect(told.lines.map(({ when, holds }) => [when?.text, holds, when?.inputs])).toEqual([
      [
        'mood < gain',
        false,
        [
          { name: 'mood', value: 0.75 },
          { name: 'gain', value: 0.5 },
        ],
      ],
      ['phase == loyal', true, [{ name: 'phase', value: 1 }]],
    ]);
  });

  it('gives the first action where no line holds', () => {
    const program = choosing('{ when: mood < gain, do: coupon }');
    const told = explainRule(program, program.rules[0], [0.75, 0, 1, 0]);
    expect(told).toMatchObject({ count: 1, holds: false, probabilities: [1, 0] });
    const always = choosing('{ do: { coupon: 0.25, none: 0.75 } }, { do: none }');
    expect(explainRule(always, always.rules[0], [0, 1, 0, 0])).toEqual({
      name: 'r',
      count: 2,
      holds: true,
      probabilities: [0.75, 0.25],
      lines: [{ when: undefined, holds: true, probabilities: [0.75, 0.25] }],
    });
  });

  it('sees numbers rounded as features are, also of a state variable with declared fractions', () => {
    const state =
      'state: { mood: { value: 0.1, values: [0, 0.1, 1] }, recency: { value: 0, range: [0, 5] } }';
    const day = 'day:\n  visit: bernoulli(rate)';
    const program = choosing('{ when: mood <= 0.1, do: coupon }', { state, day, parameters: '' });
    const rounded = Math.fround(0.1);
    const told = explainRule(program, program.rules[0], Float32Array.of(0.1, 1, 0, 0));
    expect(rounded).toBeGreaterThan(0.1);
    expect(told.lines[0]).toMatchObject({
      holds: false,
      when: { inputs: [{ name: 'mood', value: rounded }] },
    });
    const decided = new Uint8Array(1);
    compiled(program, program.rules[0], 4)(Float32Array.of(0.1, 1, 0, 0), Uint8Array.of(1), decided);
    expect(decided[0]).toBe(0);
  });

  it.each(['0 / 0', 'mood * 0', '-1'])('takes %s for a condition as the compiled rule does', (when) => {
    const program = choosing(`{ when: ${when}, do: coupon }`);
    const features = Float32Array.of(0.75, 1, 0, 0);
    const decided = new Uint8Array(1);
    compiled(program, program.rules[0], 4)(features, Uint8Array.of(1), decided);
    expect(Number(explainRule(program, program.rules[0], features).holds)).toBe(decided[0]);
  });
});
