import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AgentKind } from '../../agents/kinds.ts';
import type { Agent } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { restorePolicy } from '../experiment/agentFile.ts';
import { digestOf } from '../experiment/configuration.ts';
import { listRuns, RunError, RunFolder } from '../experiment/runFolder.ts';
import type { RunRecord } from '../experiment/runRecord.ts';
import { computeHere } from './backends.ts';
import { UsageError } from './command.ts';
import { type LoadedScenario, loadWith } from './scenarioOptions.ts';
import { agentKind, createAgent } from './trainingOptions.ts';

/** A run on disk with the scenario it was made with. */
export interface OpenedRun extends LoadedScenario {
  readonly folder: RunFolder;
  readonly record: RunRecord;
}

/** Whether a name can only mean a run: its folder, or its id. */
export function looksLikeRun(name: string, results: string): boolean {
  if (name.startsWith('seed-')) return listRuns(results).some((run) => basename(run.path) === name);
  return existsSync(name) && new RunFolder(name).exists;
}

/**
 * Finds a run by its folder, its id, the start of its id, or "latest" (the one whose record was written last).
 *
 * @param latestOf which runs "latest" is taken from: those that are finished and can be played, or all
 * @throws UsageError if there is none, or more than one
 */
export function findRun(name: string, results: string, latestOf: 'finished' | 'all'): RunFolder {
  if (existsSync(name) && new RunFolder(name).exists) return new RunFolder(name);
  const runs = listRuns(results);
  if (runs.length === 0) throw new UsageError(`there are no runs in ${results}; make one with tenure train`);
  if (name === 'latest') return latest(runs, latestOf);
  const matches = runs.filter((run) => basename(run.path).startsWith(name));
  if (matches.length === 1) return matches[0];
  const found =
    matches.length === 0 ? `no run in ${results} begins` : `${matches.length} runs in ${results} begin`;
  throw new UsageError(`${found} with "${name}"; tenure runs lists them`);
}

function latest(runs: readonly RunFolder[], latestOf: 'finished' | 'all'): RunFolder {
  const newestFirst = [...runs].sort((a, b) => b.modified - a.modified);
  const finished = newestFirst.find((run) => run.read().status.state === 'completed');
  // Where none is finished, the newest one tells how to go on with it.
  return latestOf === 'finished' ? (finished ?? newestFirst[0]) : newestFirst[0];
}

/**
 * Reads a run and the scenario file kept in it.
 *
 * @throws RunError if the scenario is not the one that the run was made with
 */
export function openRun(folder: RunFolder): OpenedRun {
  const record = folder.read();
  const { name, parameters, observe, digest } = record.configuration.scenario;
  const file = folder.file('scenario.yaml');
  const text = readFileSync(file, 'utf8');
  if (digestOf(text) !== digest)
    throw new RunError(`${file} has been changed: it is not the scenario that this run was made with`);
  return { folder, record, ...loadWith({ name, file, text }, parameters, observe) };
}

/** The agent of a run as it was when training ended. It plays on what it was trained on, where that loads here. */
export async function trainedAgent(run: OpenedRun): Promise<Agent> {
  const { folder } = run;
  if (!existsSync(folder.policy))
    throw new UsageError(`${folder.label} is not finished; go on with tenure train --resume ${folder.label}`);
  const { agent } = await freshAgent(run);
  restorePolicy(agent, folder.policy);
  return agent;
}

/** The agent of a run as it was before it had learned anything. */
export async function freshAgent({ record, program }: OpenedRun): Promise<{ agent: Agent; kind: AgentKind }> {
  const { agent, seed } = record.configuration;
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const kind = agentKind(agent.name);
  const compute = await computeHere(kind, agent.backend);
  // A policy that draws its actions draws them as at the end of its training.
  const context = { key: streamKey(seed, 'exploration'), trainingDays: 1, ...compute };
  return { agent: createAgent(kind, spec, context, agent), kind };
}
