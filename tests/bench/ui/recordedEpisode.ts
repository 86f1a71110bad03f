import { join } from 'node:path';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import type { Recording } from '../../../src/replay/recording.ts';

const FILE = join(import.meta.dirname, '../../../scenarios/coupon-trap.yaml');
const RULE = 'marketer';

/** An episode of the coupon trap under a rule of its own. */
export function recordedEpisode(users: number, days: number): Recording {
  const program = loadScenario(readScenarioFile(FILE));
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const rule = policiesOf(spec).find(({ name }) => name === RULE)!;
  const policy = rule.create(spec, { key: 1 });
  const { actions } = evaluate(program, policy, { users, days, seed: 'bench', record: true });
  return { program, users, actions, seed: 'bench', label: `coupon-trap ${RULE}` };
}
