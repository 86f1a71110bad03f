import { isSpending, type Spending, spendingAgent } from '../../agents/budget/spending.ts';
import { AGENTS } from '../../agents/index.ts';
import { type AgentContext, type AgentKind, settingsOf } from '../../agents/kinds.ts';
import type { Agent, EnvironmentSpec } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { wholePower } from '../../environments/random/wholePower.ts';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { writtenOut } from '../../environments/scenario/layeredSource.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { digestOf, type Origin, type RunConfiguration, runId } from '../experiment/configuration.ts';
import type { RunFolder } from '../experiment/runFolder.ts';
import type { RunRecord } from '../experiment/runRecord.ts';
import type { Training } from '../experiment/train.ts';
import { BACKEND_OPTION, computeFor } from './backends.ts';
import { type OptionSpec, UsageError } from './command.ts';
import type { LoadedScenario } from './scenarioOptions.ts';
import { COMMIT, VERSION } from './version.ts';

/** Where runs are kept. */
export const RESULTS_OPTION = {
  results: { kind: 'text', default: 'results', about: 'folder in which runs are kept' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** How often an agent sees its users, where nothing else is asked for. */
export const DEFAULT_EPISODES = 30;

/** Users in each episode where nothing else is asked for: networks learn more from each, and take longer. */
export function defaultUsers({ networks }: Pick<AgentKind, 'networks'>, { decision }: Program): number {
  if (decision) return 64;
  return networks ? 1_000 : 4_000;
}

/** The same for help texts. */
export const USERS_FALLBACK = '4000; 1000 for agents with networks; 64 products';

/** Held-out users where nothing else is asked for: of a product that is decided for as a whole, products. */
export function defaultHeldOut({ decision }: Program): number {
  return decision ? 100 : 2_000;
}

/** The same for help texts. */
export const HELD_OUT_FALLBACK = '2000; 100 products';

/** Options of commands that train agents on the fly. */
export const ON_THE_FLY_OPTIONS = {
  'train-users': {
    kind: 'integer',
    fallback: USERS_FALLBACK,
    range: [1, 10_000_000],
    about: 'users in each training episode of an agent',
  },
  episodes: {
    kind: 'integer',
    default: DEFAULT_EPISODES,
    range: [1, 1_000_000],
    about: 'training episodes',
  },
  option: {
    kind: 'list',
    about: 'a setting of the agents that have it: --option name=value; repeatable',
  },
  ...BACKEND_OPTION,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/**
 * The agent of this name.
 *
 * @throws UsageError with the nearest name, or what lists them
 */
export function agentKind(name: string): AgentKind {
  const kind = AGENTS.find((agent) => agent.name === name);
  if (kind) return kind;
  const names = AGENTS.map((agent) => agent.name);
  throw new UsageError(
    `there is no agent "${name}"${suggestion(name, names) || '; tenure agents lists those that there are'}`,
  );
}

/** What a caller decides about a run; the rest follows. */
export interface RunRequest {
  readonly agent: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly seed: string;
  /** as many as suit the agent if not given */
  readonly users?: number | undefined;
  readonly episodes: number;
  readonly heldOutUsers: number;
  /** what computes the networks of an agent that has any, by its resolved name */
  readonly backend?: string;
  /** how it spends the scenario's budget; `ranked` if not given */
  readonly spending?: Spending;
}

/** The agent of a configuration, with what spends its budget. */
export function createAgent(
  kind: AgentKind,
  spec: EnvironmentSpec,
  context: AgentContext,
  { settings, spending }: RunConfiguration['agent'],
): Agent {
  const agent = kind.create(spec, context, settings);
  return spending !== undefined && isSpending(spending) ? spendingAgent(agent, spec, spending) : agent;
}

/** Settings that the scenario's objective decides: learners look as far ahead as the return that is measured. */
export function scenarioSettings(
  { hyperparameters }: AgentKind,
  { objective: { criterion, discount }, decision }: Program,
): Record<string, number> {
  const declared = criterion === 'discounted' || criterion === 'total';
  if (!declared || !Object.hasOwn(hyperparameters, 'discount')) return {};
  return { discount: wholePower(discount, decision?.every ?? 1) };
}

/** The full configuration of a run. */
export function configure(
  { source, program, observe }: LoadedScenario,
  request: RunRequest,
): RunConfiguration {
  const kind = agentKind(request.agent);
  const parameters = Object.fromEntries(program.parameters.map(({ name, value }) => [name, value]));
  return {
    scenario: { name: program.name, digest: digestOf(writtenOut(source)), parameters, observe },
    agent: {
      name: kind.name,
      settings: settingsOf(kind, { ...scenarioSettings(kind, program), ...request.settings }),
      ...(kind.networks && { backend: request.backend ?? 'simd' }),
      ...(program.budget && { spending: request.spending ?? 'ranked' }),
    },
    seed: request.seed,
    users: request.users ?? defaultUsers(kind, program),
    episodes: request.episodes,
    heldOutUsers: request.heldOutUsers,
  };
}

/**
 * Wires environment, agent and folder of a run together.
 *
 * @throws BackendError if what computed the run's networks does not load here
 */
export async function prepareTraining(
  { source, program }: LoadedScenario,
  configuration: RunConfiguration,
  origins: Readonly<Record<string, Origin>>,
  folder: RunFolder,
): Promise<Training> {
  const { users, episodes, seed, agent } = configuration;
  const environment = new PopulationEnvironment(program, { users });
  const trainingDays = episodes * environment.spec.horizon;
  const kind = agentKind(agent.name);
  const compute = await computeFor(kind, agent.backend);
  const context = { key: streamKey(seed, 'exploration'), trainingDays, ...compute };
  const record: RunRecord = {
    schema: 'tenure.run/1',
    id: runId(configuration),
    status: { state: 'unfinished' },
    configuration,
    origins,
    versions: { tenure: VERSION, node: process.version, commit: COMMIT, kernel: 'javascript' },
  };
  return {
    folder,
    record,
    scenarioText: writtenOut(source),
    program,
    environment,
    agent: createAgent(kind, environment.spec, context, agent),
  };
}
