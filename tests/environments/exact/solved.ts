import { join } from 'node:path';
import { policiesOf } from '../../../agents/index.ts';
import type { Policy } from '../../../environments/contract.ts';
import type { Criterion } from '../../../environments/exact/solve/criterion.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import {
  type ExactResult,
  type ExactState,
  solveExactly,
  worthOf,
} from '../../../src/experiment/exactResult.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A textbook model that comes with the program. */
export function classic(name: string, parameters: Readonly<Record<string, number>> = {}): Program {
  return loadScenario(readScenarioFile(join(ROOT, 'scenarios', 'classics', `${name}.yaml`)), parameters);
}

/** A model with known answers that is only for tests. */
export function knownAnswer(name: string, parameters: Readonly<Record<string, number>> = {}): Program {
  return loadScenario(readScenarioFile(join(ROOT, 'tests', 'known-answers', `${name}.yaml`)), parameters);
}

/** A scenario of the given sections. */
export function written(sections: string, parameters: Readonly<Record<string, number>> = {}): Program {
  const text = `title: t\nstory: s\n${sections}`;
  return loadScenario({ name: 'written', file: 'written.yaml', text }, parameters);
}

/** The optimum under the scenario's own criterion, or another. */
export function solved(program: Program, change: Partial<Criterion> = {}): ExactResult {
  const { criterion: kind, discount } = program.objective;
  return solveExactly(program, { kind, discount, days: program.horizon, ...change });
}

/** The state with these components: the only one. */
export function stateWith(
  { states }: ExactResult,
  components: Readonly<Record<string, number | string>>,
): ExactState {
  const fitting = states.filter(({ state }) =>
    Object.entries(components).every(([name, value]) => state[name] === value),
  );
  if (fitting.length !== 1)
    throw new Error(`${fitting.length} states have ${JSON.stringify(components)}, not one`);
  return fitting[0];
}

/** A policy of the scenario by its name. */
export function policyNamed(program: Program, name: string, key = 1): Policy {
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const kind = policiesOf(spec).find((policy) => policy.name === name);
  if (!kind) throw new Error(`there is no policy ${name}`);
  return kind.create(spec, { key });
}

/** What a policy of the scenario is worth. */
export function worth(program: Program, result: ExactResult, name: string) {
  return worthOf(result, name, policyNamed(program, name));
}
