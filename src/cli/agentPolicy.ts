import type { Spending } from '../../agents/budget/spending.ts';
import type { AgentKind } from '../../agents/kinds.ts';
import { RunFolder } from '../experiment/runFolder.ts';
import type { NamedPolicy, PolicyContext } from './policies.ts';
import { openRun, trainedAgent } from './runs.ts';
import { configure, type RunRequest } from './trainingOptions.ts';
import type { TrainJob } from './trainJob.ts';
import { madeHere } from './version.ts';

/**
 * An agent that is trained for every seed; equal runs are used again.
 *
 * @param spending how it spends a budget; undefined: there is none
 */
export function agentPolicy(
  kind: AgentKind,
  context: PolicyContext,
  spending: Spending | undefined,
): NamedPolicy {
  const requestOf = (seed: string) => ({ ...requested(kind, context, spending), seed });
  const folderOf = (seed: string) =>
    RunFolder.of(context.results, configure(context.scenario, requestOf(seed)));
  const learner = (seed: string) => trainedAgent(openRun(folderOf(seed)));
  return {
    name: kind.name,
    learns: true,
    remembers: kind.networks === 'recurrent',
    about: kind.about,
    for: async (seed) => (await learner(seed)).greedy(),
    learner,
    job: (seed) => (isTrained(folderOf(seed)) ? undefined : jobOf(requestOf(seed), context)),
  };
}

/** How it is trained, whatever the seed: with those of the settings that it has. */
function requested(
  { name, hyperparameters, networks }: AgentKind,
  { settings = {}, training, backends }: PolicyContext,
  spending: Spending | undefined,
): Omit<RunRequest, 'seed'> {
  const own = Object.entries(settings).filter(([key]) => Object.hasOwn(hyperparameters, key));
  const backend = networks && backends?.[networks];
  return {
    agent: name,
    settings: Object.fromEntries(own),
    ...training,
    ...(backend !== undefined && { backend }),
    ...(spending !== undefined && { spending }),
  };
}

function isTrained(folder: RunFolder): boolean {
  if (!folder.exists) return false;
  const record = folder.read();
  return record.status.state === 'completed' && madeHere(record);
}

function jobOf(request: RunRequest, { scenario, results, origins }: PolicyContext): TrainJob {
  const { source, program, observe } = scenario;
  const parameters = Object.fromEntries(program.parameters.map(({ name, value }) => [name, value]));
  const { 'agent.backend': _, ...withoutBackend } = origins;
  const from = request.backend === undefined ? withoutBackend : origins;
  return { source, parameters, observe, request, origins: from, results };
}
