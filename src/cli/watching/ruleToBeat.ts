import { isSpending, spendingPolicy } from '../../../agents/budget/spending.ts';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import type { RunConfiguration } from '../../experiment/configuration.ts';
import type { TrainingWatch } from '../../experiment/trainingWatch.ts';

/** What an agent has to beat: the first rule of the scenario, or doing nothing where it has none. */
export function ruleToBeat(program: Program, { seed, agent }: RunConfiguration): TrainingWatch['rule'] {
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const name = program.rules[0]?.name ?? 'none';
  const kind = policiesOf(spec).find((policy) => policy.name === name)!;
  const spending = agent.spending !== undefined && isSpending(agent.spending) ? agent.spending : undefined;
  const key = streamKey(seed, 'policy');
  return { name, create: () => spendingPolicy(kind.create(spec, { key }), spec, spending) };
}
