import { existsSync, rmSync } from 'node:fs';
import type { Agent, Environment } from '../../environments/contract.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { seedInterval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { policySnapshot, restoreAgent } from './agentFile.ts';
import { writeAtomically } from './atomicFile.ts';
import { breathing } from './breathing.ts';
import { seeds } from './configuration.ts';
import { evaluatePatiently } from './evaluate.ts';
import { learn } from './interact.ts';
import { appendMetrics, type EpisodeMetrics, truncateMetrics } from './metricsFile.ts';
import { RunError, type RunFolder } from './runFolder.ts';
import type { RunRecord } from './runRecord.ts';
import { encodeSnapshot } from './snapshotFile.ts';

/** What a training run is made of; the caller has wired it together. */
export interface Training {
  readonly folder: RunFolder;
  /** the record to write, unfinished */
  readonly record: RunRecord;
  /** the scenario file's text, kept in the folder for replays */
  readonly scenarioText: string;
  readonly program: Program;
  readonly environment: Environment;
  readonly agent: Agent;
}

/** Where training is. */
export interface Progress {
  /** days lived, over all episodes */
  readonly day: number;
  readonly days: number;
  /** finished episodes */
  readonly episode: number;
  readonly episodes: number;
  /** of the last finished episode */
  readonly metrics: EpisodeMetrics | undefined;
}

export interface TrainOptions {
  /** go on from the checkpoint, if there is one */
  readonly resume: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** stops at the next day; the last checkpoint stays */
  readonly signal?: AbortSignal;
}

/** Users of the validation that is played every tenth of the training. */
const VALIDATION_USERS = 1_000;
/** The same where one decision is taken for all users of a product. */
const VALIDATION_PRODUCTS = 20;

/**
 * Trains an agent and evaluates its greedy policy on held-out users. Every episode ends with a checkpoint; a run
 * that is killed at any moment and resumed ends with the same bytes as one that was never killed.
 *
 * @throws the signal's reason if it was aborted
 */
export async function train(training: Training, options: TrainOptions): Promise<RunRecord> {
  const { folder, record, scenarioText, agent } = training;
  const { episodes } = record.configuration;
  folder.removeLeftovers();
  let { episode, bytes } = options.resume ? loadCheckpoint(training) : NO_CHECKPOINT;
  if (episode === 0) start(folder, record, scenarioText);
  truncateMetrics(folder.file('metrics.jsonl'), bytes);
  // One breath over all episodes, as a single one may be too short for any.
  const breathe = breathing(record.configuration.users, options.signal);
  while (episode < episodes) {
    const metrics = await trainEpisode(training, episode, options, breathe);
    episode++;
    bytes = appendMetrics(folder.file('metrics.jsonl'), metrics);
    writeAtomically(
      folder.checkpoint,
      encodeSnapshot({ ...agent.save(), 'run.episode': episode, 'run.bytes': bytes }),
    );
    const days = training.program.horizon;
    options.onProgress?.({ day: episode * days, days: episodes * days, episode, episodes, metrics });
    await breathe();
  }
  return finish(training, options);
}

const NO_CHECKPOINT = { episode: 0, bytes: 0 };

function start(folder: RunFolder, record: RunRecord, scenarioText: string): void {
  // The record first: a run that is killed here counts as unfinished.
  writeAtomically(folder.file('scenario.yaml'), scenarioText);
  folder.write(record);
  for (const file of [folder.checkpoint, folder.file('metrics.jsonl'), folder.policy, folder.actions])
    rmSync(file, { force: true });
}

function loadCheckpoint({ folder, agent, record }: Training): { episode: number; bytes: number } {
  if (!existsSync(folder.checkpoint)) return NO_CHECKPOINT;
  const { 'run.episode': episode, 'run.bytes': bytes } = restoreAgent(agent, folder.checkpoint);
  if (isCount(episode) && episode <= record.configuration.episodes && isCount(bytes))
    return { episode, bytes };
  throw new RunError(`${folder.checkpoint} is not a checkpoint of this run`);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

async function trainEpisode(
  training: Training,
  episode: number,
  options: TrainOptions,
  breathe: ReturnType<typeof breathing>,
): Promise<EpisodeMetrics> {
  const { environment, agent, program, record } = training;
  const { seed, users, episodes } = record.configuration;
  const { horizon } = program;
  let total = 0;
  let left = 0;
  let learning: EpisodeMetrics['learning'] = {};
  for (const { step, next, figures } of learn(environment, agent, seeds.training(seed, episode))) {
    for (const [row, reward] of next.rewards.entries()) {
      total += reward;
      if (step.observation.active[row] === 1 && next.discounts[row] === 0) left++;
    }
    learning = figures;
    const breath = next.stepType === 'last' ? undefined : breathe();
    if (!breath) continue;
    const day = episode * horizon + next.day;
    options.onProgress?.({ day, days: episodes * horizon, episode, episodes, metrics: undefined });
    await breath;
  }
  const done = episode + 1;
  const metrics = {
    episode: done,
    userDays: done * horizon * users,
    return: total / users,
    retention: environment.retention?.() ?? 1 - left / users,
    learning,
  };
  return isMilestone(done, episodes) ? { ...metrics, validation: await validate(training) } : metrics;
}

function isMilestone(done: number, episodes: number): boolean {
  return done % Math.ceil(episodes / 10) === 0 || done === episodes;
}

async function validate({
  program,
  agent,
  record,
}: Training): Promise<{ return: number; retention: number }> {
  const users = program.decision ? VALIDATION_PRODUCTS : VALIDATION_USERS;
  const plan = { users, seed: seeds.validation(record.configuration.seed) };
  const { metrics } = await evaluatePatiently(program, agent.greedy(), plan);
  const meanOf = (name: string) => mean(metrics.find((metric) => metric.name === name)?.values ?? []);
  return { return: meanOf('return'), retention: meanOf('retention.end') };
}

/** Plays the learned policy on held-out users, keeps what a replay needs, and closes the run. */
async function finish(
  { folder, program, agent, record }: Training,
  { signal }: TrainOptions,
): Promise<RunRecord> {
  const { seed, heldOutUsers: users } = record.configuration;
  const plan = { users, seed: seeds.heldOut(seed), record: true };
  const { metrics, actions } = await evaluatePatiently(program, agent.greedy(), plan, signal);
  writeAtomically(folder.policy, encodeSnapshot(policySnapshot(agent)));
  writeAtomically(folder.actions, actions);
  const result = Object.fromEntries(metrics.map(({ name, values }) => [name, seedInterval([values])]));
  const completed: RunRecord = { ...record, status: { state: 'completed', result } };
  folder.write(completed);
  return completed;
}
