import { join } from 'node:path';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { mean } from '../../../src/statistics/mean.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios');
const USERS = 1000;

/**
 * How much more of a metric users have under one policy than the same users under another.
 *
 * @param scenario name of a file in `scenarios`
 * @param overrides parameters that differ from the file's
 * @returns a mean over users, in the metric's unit
 */
export function difference(
  scenario: string,
  overrides: Readonly<Record<string, number>>,
  { policy, minus, metric }: { policy: string; minus: string; metric: string },
): number {
  const program = loadScenario(readScenarioFile(join(FOLDER, `${scenario}.yaml`)), overrides);
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const under = (name: string) => {
    const kind = policiesOf(spec).find((kind) => kind.name === name)!;
    const { metrics } = evaluate(program, kind.create(spec, { key: 1 }), {
      users: USERS,
      seed: 'difference',
    });
    return mean(metrics.find(({ name }) => name === metric)!.values);
  };
  return under(policy) - under(minus);
}
