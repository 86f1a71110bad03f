import { type AgentContext, type AgentKind, settingsOf } from '../../agents/kinds.ts';
import { qLearning } from '../../agents/tabular/qLearning.ts';
import type { Environment } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { digestOf, type RunConfiguration, runId } from '../../src/experiment/configuration.ts';
import { RunFolder } from '../../src/experiment/runFolder.ts';
import type { RunRecord } from '../../src/experiment/runRecord.ts';
import type { Training } from '../../src/experiment/train.ts';
import { SMALL_SHOP } from './smallShop.ts';

export interface SmallTraining {
  readonly kind?: AgentKind;
  readonly seed?: string;
  readonly episodes?: number;
  /** settings other than the defaults, of agents that have them */
  readonly settings?: Readonly<Record<string, number>>;
  /** what computes networks, for those that need more than the built-in engine */
  readonly compute?: Pick<AgentContext, 'engine' | 'tensors'>;
  /** watches over the world, or changes it */
  readonly around?: (environment: Environment) => Environment;
  /** its file; default: the small shop */
  readonly scenario?: string;
  readonly users?: number;
}

/** A training run in the small shop that takes a few milliseconds, with a new agent each time. */
export function smallTraining(
  root: string,
  {
    kind = qLearning,
    seed = '1',
    episodes = 4,
    settings: given = {},
    compute,
    around = (same) => same,
    scenario = SMALL_SHOP,
    users = 40,
  }: SmallTraining = {},
): Training {
  const program = loadScenario(readScenarioFile(scenario));
  const { text } = readScenarioFile(scenario);
  const known = Object.entries(given).filter(([name]) => name in kind.hyperparameters);
  const settings = settingsOf(kind, Object.fromEntries(known));
  const configuration: RunConfiguration = {
    scenario: {
      name: program.name,
      digest: digestOf(text),
      parameters: Object.fromEntries(program.parameters.map(({ name, value }) => [name, value])),
      observe: 'declared',
    },
    agent: { name: kind.name, settings },
    seed,
    users,
    episodes,
    heldOutUsers: 30,
  };
  const environment = new PopulationEnvironment(program, { users: configuration.users });
  const context = {
    key: streamKey(seed, 'exploration'),
    trainingDays: episodes * program.horizon,
    ...compute,
  };
  return {
    folder: RunFolder.of(root, configuration),
    record: recordOf(configuration),
    scenarioText: text,
    program,
    environment: around(environment),
    agent: kind.create(environment.spec, context, settings),
  };
}

function recordOf(configuration: RunConfiguration): RunRecord {
  return {
    schema: 'tenure.run/1',
    id: runId(configuration),
    status: { state: 'unfinished' },
    configuration,
    origins: { seed: 'flag' },
    versions: { tenure: '0.0.0', node: 'v20', commit: null, kernel: 'javascript' },
  };
}
