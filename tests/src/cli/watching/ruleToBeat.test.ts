import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../../environments/contract.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { namedPolicy } from '../../../../src/cli/policies.ts';
import { findScenario } from '../../../../src/cli/scenarioFiles.ts';
import { loadWith } from '../../../../src/cli/scenarioOptions.ts';
import { configure } from '../../../../src/cli/trainingOptions.ts';
import { ruleToBeat } from '../../../../src/cli/watching/ruleToBeat.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';

function ruleOf(file: string, change: (program: Program) => Program = (same) => same) {
  const loaded = loadWith(findScenario(file), {}, 'declared');
  const scenario = { ...loaded, program: change(loaded.program) };
  const request = { agent: 'q-learning', settings: {}, seed: '1', episodes: 1, heldOutUsers: 10 };
  const rule = ruleToBeat(scenario.program, configure(scenario, request));
  const { decisions } = evaluate(scenario.program, rule.create(), { users: 40, seed: 'rule', count: true });
  return { ...rule, scenario, acts: [...decisions].some((count, at) => count > 0 && at % 2 === 1) };
}

describe('ruleToBeat()', () => {
  it('is the first rule of the scenario', () => {
    expect(ruleOf(SMALL_SHOP)).toMatchObject({ name: 'reminder', acts: true });
  });

  it('is to do nothing where the scenario has no rule', () => {
    expect(ruleOf(SMALL_SHOP, (program) => ({ ...program, rules: [] }))).toMatchObject({
      name: 'none',
      acts: false,
    });
  });

  it('is the policy of that name that other commands play, where a budget is ranked too', async () => {
    const { name, create, scenario } = ruleOf(fixture('budget-shop'), scoredFirst);
    const training = { episodes: 1, heldOutUsers: 10, users: 10 };
    const named = namedPolicy(name, { scenario, results: '', training, origins: {} });
    const played = [create(), (await named.for('1')) as Policy].map((policy) =>
      evaluate(scenario.program, policy, { users: 500, seed: 'rule', record: true }),
    );
    expect([...played[0].actions]).toEqual([...played[1].actions]);
    expect(new Set(played[0].actions).size).toBeGreaterThan(1);
  });
});

/** The rule that says what its action is worth, so that a budget goes where that is most. */
function scoredFirst(program: Program): Program {
  return { ...program, rules: program.rules.filter(({ score }) => score) };
}

function fixture(name: string): string {
  return join(import.meta.dirname, `../../../fixtures/${name}.yaml`);
}
