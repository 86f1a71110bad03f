import { join } from 'node:path';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { mean } from '../../../src/statistics/mean.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios');
const USERS = 600;

/** What policies that do not learn come to in a shipped scenario, on the same people, with some parameters set. */
export function played(scenario: string, set: Readonly<Record<string, number>> = {}, users = USERS) {
  const program = loadScenario(readScenarioFile(join(FOLDER, `${scenario}.yaml`)), set);
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  /** Mean over users of a metric under a policy. */
  return (name: string, metric: string): number => {
    const policy = policiesOf(spec)
      .find((kind) => kind.name === name)!
      .create(spec, { key: 1 });
    const { metrics } = evaluate(program, policy, { users, seed: 'law' });
    return mean(metrics.find((one) => one.name === metric)!.values);
  };
}

/** How much more of a metric users have under a policy than under doing nothing. */
export function gainOf(
  scenario: string,
  policy: string,
  metric: string,
  set: Readonly<Record<string, number>> = {},
  users = USERS,
): number {
  const means = played(scenario, set, users);
  return means(policy, metric) - means('none', metric);
}
