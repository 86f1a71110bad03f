import { join } from 'node:path';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { mean } from '../../../src/statistics/mean.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios');
const USERS = 600;

/** What the rules of a shipped scenario come to on the same people, with some parameters set. */
export function played(scenario: string, set: Readonly<Record<string, number>> = {}) {
  const program = loadScenario(readScenarioFile(join(FOLDER, `${scenario}.yaml`)), set);
  const { rules } = new PopulationEnvironment(program, { users: 1 }).spec;
  /** Mean over users of a metric under a rule. */
  return (rule: string, metric: string): number => {
    const policy = rules.find(({ name }) => name === rule)!.create(1);
    const { metrics } = evaluate(program, policy, { users: USERS, seed: 'law' });
    return mean(metrics.find(({ name }) => name === metric)!.values);
  };
}
