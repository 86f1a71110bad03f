import { AGENTS, policiesOf } from '../../agents/index.ts';
import type { Policy } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { UsageError } from './command.ts';
import type { Output } from './output.ts';
import { findRun, looksLikeRun, openRun, trainedAgent } from './runs.ts';
import type { LoadedScenario } from './scenarioOptions.ts';
import { configure, prepareTraining, type RunRequest } from './trainingOptions.ts';
import { trainRun } from './trainRun.ts';

/** A policy under the name it was asked for, made anew for every seed. */
export interface NamedPolicy {
  readonly name: string;
  /** whether it was learned rather than written down */
  readonly learns: boolean;
  /** what it is, in a few words */
  readonly about: string;
  for(seed: string): Promise<Policy>;
}

/** What agents among the policies are trained with. */
export interface PolicyContext {
  readonly scenario: LoadedScenario;
  readonly results: string;
  readonly training: Pick<RunRequest, 'users' | 'episodes' | 'heldOutUsers'>;
  readonly signal: AbortSignal;
  readonly output: Output;
}

/** Names that `namedPolicy` knows for a scenario, runs left out. */
export function policyNames({ program }: LoadedScenario): string[] {
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  return [...policiesOf(spec).map(({ name }) => name), ...AGENTS.map(({ name }) => name)];
}

/**
 * Finds a policy: a rule of the scenario, an agent (trained on the fly for each seed, or taken from an equal run),
 * or a run.
 *
 * @throws UsageError with the nearest name
 */
export function namedPolicy(name: string, context: PolicyContext): NamedPolicy {
  const { spec } = new PopulationEnvironment(context.scenario.program, { users: 1 });
  const fixed = policiesOf(spec).find((policy) => policy.name === name);
  if (fixed) {
    return {
      name,
      learns: false,
      about: fixed.about,
      for: async (seed) => fixed.create(spec, { key: streamKey(seed, 'policy') }),
    };
  }
  const agent = AGENTS.find((kind) => kind.name === name);
  if (agent)
    return { name, learns: true, about: agent.about, for: (seed) => trainedFor(name, seed, context) };
  if (name === 'latest' || looksLikeRun(name, context.results)) return runPolicy(name, context);
  const known = policyNames(context.scenario);
  throw new UsageError(
    `there is no policy or run "${name}"${suggestion(name, known)}\npolicies here: ${known.join(', ')}`,
  );
}

async function trainedFor(agent: string, seed: string, context: PolicyContext): Promise<Policy> {
  const { scenario, results, training, signal, output } = context;
  const configuration = configure(scenario, { agent, settings: {}, seed, ...training });
  const run = prepareTraining(scenario, configuration, {}, results);
  if (!run.folder.exists || run.folder.read().status.state !== 'completed') {
    await trainRun(run, { resume: true, signal, output, title: `train ${agent}, seed ${seed}` });
  }
  return trainedAgent({ ...scenario, folder: run.folder, record: run.record }).greedy();
}

function runPolicy(name: string, { scenario, results }: PolicyContext): NamedPolicy {
  const run = openRun(findRun(name, results));
  const { name: made } = run.record.configuration.scenario;
  if (made !== scenario.program.name) {
    throw new UsageError(`run ${name} was trained on ${made}, not on ${scenario.program.name}`);
  }
  const { agent, seed } = run.record.configuration;
  return {
    name,
    learns: true,
    about: `${agent.name} trained with seed ${seed}`,
    for: async () => trainedAgent(run).greedy(),
  };
}
