import { existsSync, rmSync } from 'node:fs';
import type { Agent, Environment } from '../../environments/contract.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { seedInterval } from '../statistics/interval.ts';
import type { EpisodeMetrics } from '../training/episodeMetrics.ts';
import type { Validated } from '../training/trainingEvent.ts';
import { policySnapshot, restoreAgent } from './agentFile.ts';
import { writeAtomically } from './atomicFile.ts';
import { breathing } from './breathing.ts';
import { seeds } from './configuration.ts';
import { appendMetrics, truncateMetrics } from './metricsFile.ts';
import { RunError, type RunFolder } from './runFolder.ts';
import type { RunRecord } from './runRecord.ts';
import { encodeSnapshot } from './snapshotFile.ts';
import { tellBeginning, tellEpisode } from './tellTraining.ts';
import { trainEpisode } from './trainEpisode.ts';
import type { TrainingWatch } from './trainingWatch.ts';
import { Validation } from './validation.ts';

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
  /** somebody who looks on; what the run writes does not depend on it */
  readonly watch?: TrainingWatch;
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
  const validation = validationOf(training);
  await tellBeginning(training, validation, options);
  // One breath over all episodes, as a single one may be too short for any.
  const breathe = breathing(record.configuration.users, options.signal);
  while (episode < episodes) {
    const lived = await trainEpisode(training, episode, options, breathe);
    episode++;
    const validated = await validateOnTheWay(training, validation, episode, options);
    const metrics = { ...lived, ...(validated && { validation: inShort(validated) }) };
    bytes = appendMetrics(folder.file('metrics.jsonl'), metrics);
    writeAtomically(
      folder.checkpoint,
      encodeSnapshot({ ...agent.save(), 'run.episode': episode, 'run.bytes': bytes }),
    );
    const days = training.program.horizon;
    options.onProgress?.({ day: episode * days, days: episodes * days, episode, episodes, metrics });
    await tellEpisode(training, validation, options, { metrics, validated });
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

function isMilestone(done: number, episodes: number): boolean {
  return done % Math.ceil(episodes / 10) === 0 || done === episodes;
}

/** Plays the greedy policy on the validation users, every tenth of the way. */
async function validateOnTheWay(
  { agent, record }: Training,
  validation: Validation,
  done: number,
  { watch }: TrainOptions,
): Promise<Validated | undefined> {
  if (!isMilestone(done, record.configuration.episodes)) return undefined;
  watch?.tell({ kind: 'playing', users: 'validation' });
  return validation.play(agent.greedy());
}

/** What metrics.jsonl says of a validation. */
function inShort({ played }: Validated): NonNullable<EpisodeMetrics['validation']> {
  return { return: played.return.mean, retention: played.retention.mean };
}

/** The validation users, always the same. */
function validationOf({ program, record }: Training): Validation {
  const users = program.decision ? VALIDATION_PRODUCTS : VALIDATION_USERS;
  return new Validation(program, { users, seed: seeds.validation(record.configuration.seed) });
}

/** Plays the learned policy on held-out users, keeps what a replay needs, and closes the run. */
async function finish(
  { folder, program, agent, record }: Training,
  { signal, watch }: TrainOptions,
): Promise<RunRecord> {
  const { seed, heldOutUsers: users } = record.configuration;
  const heldOut = new Validation(program, { users, seed: seeds.heldOut(seed), record: true });
  watch?.tell({ kind: 'playing', users: 'held-out' });
  const rule = watch && (await heldOut.playRule(watch.rule.create(), signal));
  const { evaluation, played, beyondRule } = await heldOut.play(agent.greedy(), signal);
  const { metrics, actions } = evaluation;
  writeAtomically(folder.policy, encodeSnapshot(policySnapshot(agent)));
  writeAtomically(folder.actions, actions);
  const result = Object.fromEntries(metrics.map(({ name, values }) => [name, seedInterval([values])]));
  const completed: RunRecord = { ...record, status: { state: 'completed', result } };
  folder.write(completed);
  watch?.tell({ kind: 'finished', result: { played, beyondRule, rule } });
  return completed;
}
