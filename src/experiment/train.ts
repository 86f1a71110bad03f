import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Agent, Environment, Snapshot } from '../../environments/contract.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { seedInterval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { writeAtomically } from './atomicFile.ts';
import { type RunConfiguration, seeds } from './configuration.ts';
import { evaluate } from './evaluate.ts';
import { learn } from './interact.ts';
import { appendMetrics, type EpisodeMetrics, truncateMetrics } from './metricsFile.ts';
import { RunError, type RunFolder, type RunRecord } from './runFolder.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshotFile.ts';

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

/** User-days between two chances for the terminal and signals to be heard. */
const BREATH = 200_000;
/** Users of the validation that is played every tenth of the training. */
const VALIDATION_USERS = 1_000;

/**
 * Trains an agent and evaluates its greedy policy on held-out users. Every episode ends with a checkpoint; a run
 * that is killed at any moment and resumed ends with the same bytes as one that was never killed.
 *
 * @throws the signal's reason if it was aborted
 */
export async function train(training: Training, options: TrainOptions): Promise<RunRecord> {
  const { folder, record, scenarioText, agent } = training;
  const { episodes } = record.configuration;
  let { episode, bytes } = options.resume ? loadCheckpoint(folder, agent) : NO_CHECKPOINT;
  if (episode === 0) start(folder, record, scenarioText);
  truncateMetrics(folder.file('metrics.jsonl'), bytes);
  while (episode < episodes) {
    const metrics = await trainEpisode(training, episode, options);
    episode++;
    bytes = appendMetrics(folder.file('metrics.jsonl'), metrics);
    writeAtomically(
      folder.checkpoint,
      encodeSnapshot({ ...agent.save(), 'run.episode': episode, 'run.bytes': bytes }),
    );
    const days = training.program.horizon;
    options.onProgress?.({ day: episode * days, days: episodes * days, episode, episodes, metrics });
  }
  return finish(training);
}

const NO_CHECKPOINT = { episode: 0, bytes: 0 };

function start(folder: RunFolder, record: RunRecord, scenarioText: string): void {
  for (const file of [folder.checkpoint, folder.file('metrics.jsonl'), folder.policy, folder.actions])
    rmSync(file, { force: true });
  mkdirSync(folder.path, { recursive: true });
  writeAtomically(folder.file('scenario.yaml'), scenarioText);
  folder.write(record);
}

function loadCheckpoint(folder: RunFolder, agent: Agent): { episode: number; bytes: number } {
  if (!existsSync(folder.checkpoint)) return NO_CHECKPOINT;
  const snapshot = readSnapshot(folder.checkpoint);
  const { 'run.episode': episode, 'run.bytes': bytes } = snapshot;
  if (typeof episode !== 'number' || typeof bytes !== 'number')
    throw new RunError(`${folder.checkpoint} is not a checkpoint`);
  agent.restore(snapshot);
  return { episode, bytes };
}

/** @throws RunError naming the file, if it is not a snapshot */
export function readSnapshot(file: string): Snapshot {
  try {
    return decodeSnapshot(readFileSync(file));
  } catch (error) {
    throw new RunError(`${file}: ${(error as Error).message}`);
  }
}

async function trainEpisode(
  training: Training,
  episode: number,
  options: TrainOptions,
): Promise<EpisodeMetrics> {
  const { environment, agent, program, record } = training;
  const { seed, users, episodes } = record.configuration;
  const { horizon } = program;
  let total = 0;
  let left = 0;
  let sinceBreath = 0;
  let learning: EpisodeMetrics['learning'] = {};
  for (const { step, next, figures } of learn(environment, agent, seeds.training(seed, episode))) {
    for (let i = 0; i < users; i++) {
      total += next.rewards[i];
      if (step.observation.active[i] === 1 && next.discounts[i] === 0) left++;
    }
    learning = figures;
    sinceBreath += users;
    if (sinceBreath < BREATH) continue;
    sinceBreath = 0;
    options.onProgress?.({
      day: episode * horizon + next.day,
      days: episodes * horizon,
      episode,
      episodes,
      metrics: undefined,
    });
    await setImmediate();
    options.signal?.throwIfAborted();
  }
  const done = episode + 1;
  const metrics = {
    episode: done,
    userDays: done * horizon * users,
    return: total / users,
    retention: 1 - left / users,
    learning,
  };
  return isMilestone(done, episodes) ? { ...metrics, validation: validate(training) } : metrics;
}

function isMilestone(done: number, episodes: number): boolean {
  return done % Math.ceil(episodes / 10) === 0 || done === episodes;
}

function validate({ program, agent, record }: Training): { return: number; retention: number } {
  const { seed } = record.configuration;
  const { metrics } = evaluate(program, agent.greedy(), {
    users: VALIDATION_USERS,
    seed: seeds.validation(seed),
  });
  const meanOf = (name: string) => mean(metrics.find((metric) => metric.name === name)?.values ?? []);
  return { return: meanOf('return'), retention: meanOf('retention.end') };
}

/** Plays the learned policy on held-out users, keeps what a replay needs, and closes the run. */
function finish({ folder, program, agent, record }: Training): RunRecord {
  const { seed, heldOutUsers } = record.configuration as RunConfiguration;
  const { metrics, actions } = evaluate(program, agent.greedy(), {
    users: heldOutUsers,
    seed: seeds.heldOut(seed),
    record: true,
  });
  writeAtomically(folder.policy, encodeSnapshot(agent.save()));
  writeAtomically(folder.actions, actions);
  const result = Object.fromEntries(metrics.map(({ name, values }) => [name, seedInterval([values])]));
  const completed: RunRecord = { ...record, status: { state: 'completed', result } };
  folder.write(completed);
  return completed;
}
