import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dqn } from '../../../agents/deep/dqn.ts';
import { openCompute } from '../../../agents/deep/engine.ts';
import { withHistory } from '../../../agents/deep/history/withHistory.ts';
import { ppo } from '../../../agents/deep/ppo.ts';
import type { AgentKind } from '../../../agents/kinds.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { readMetrics } from '../../../src/experiment/metricsFile.ts';
import { RunError } from '../../../src/experiment/runFolder.ts';
import { encodeSnapshot } from '../../../src/experiment/snapshotFile.ts';
import { train } from '../../../src/experiment/train.ts';
import { folderContent } from '../../support/folderContent.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { stopOnDay } from '../../support/stopOnDay.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const DAYS = 48;
/** Networks learn from the first day on; a memory takes a moment. */
const SMALL = { warmUp: 40, historyUnits: 3, historySteps: 3, batchSize: 64, priorityExponent: 0.5 };
const compute = await openCompute('simd', 'recurrent');

/** Goes on with a run until it is to stop on a day of this attempt; beyond the last day it comes to its end. */
async function attempt(root: string, kind: AgentKind, day: number): Promise<'stopped' | 'finished'> {
  const abort = new AbortController();
  const training = smallTraining(root, {
    kind,
    compute,
    settings: SMALL,
    around: (world) => stopOnDay(world, day, abort),
  });
  try {
    await train(training, { resume: true, signal: abort.signal });
    return 'finished';
  } catch (error) {
    if (error !== abort.signal.reason) throw error;
    return 'stopped';
  }
}

async function neverStopped(kind: AgentKind): Promise<Record<string, string>> {
  const root = temporaryFolder();
  await train(smallTraining(root, { kind, compute, settings: SMALL }), { resume: false });
  return folderContent(root);
}

/** A run that was stopped in its third episode, after two checkpoints. */
async function stoppedRun() {
  const root = temporaryFolder();
  expect(await attempt(root, qLearning, 30)).toBe('stopped');
  return { root, folder: smallTraining(root).folder };
}

describe('a run that was stopped and goes on', () => {
  it.each([qLearning, sarsa, dqn, ppo, withHistory(dqn, 'dqn-history')])(
    'ends with the bytes of one that never was, wherever it stopped: $name',
    async (kind) => {
      const expected = await neverStopped(kind);
      const stops = fc.array(fc.integer({ min: 1, max: DAYS }), { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(stops, async (days) => {
          const root = temporaryFolder();
          const ends = [];
          for (const day of days) ends.push(await attempt(root, kind, day));
          if (ends[0] === 'stopped') await attempt(root, kind, Infinity);
          await attempt(root, kind, Infinity);
          expect(folderContent(root)).toEqual(expected);
        }),
        { numRuns: 12 },
      );
    },
  );

  it('keeps the checkpoint of the last finished episode, and is unfinished until its end', async () => {
    const { folder } = await stoppedRun();
    expect(readMetrics(folder.file('metrics.jsonl')).map(({ episode }) => episode)).toEqual([1, 2]);
    expect(folder.read().status).toEqual({ state: 'unfinished' });
  });

  it('keeps an episode that was finished when it was asked to stop on its last day', async () => {
    const root = temporaryFolder();
    expect(await attempt(root, qLearning, 24)).toBe('stopped');
    const { folder } = smallTraining(root);
    expect(readMetrics(folder.file('metrics.jsonl')).map(({ episode }) => episode)).toEqual([1, 2]);
  });

  it('cuts off metrics written after the checkpoint, and clears away half-written files', async () => {
    const { root, folder } = await stoppedRun();
    appendFileSync(folder.file('metrics.jsonl'), '{"episode":3,"userDays":1440}\n{"epi');
    writeFileSync(`${folder.checkpoint}.4711.tmp`, 'half');
    writeFileSync(`${folder.file('run.json')}.4711.tmp`, '');
    expect(await attempt(root, qLearning, Infinity)).toBe('finished');
    expect(folderContent(root)).toEqual(await neverStopped(qLearning));
  });

  it('starts over where it was killed before its first checkpoint', async () => {
    const root = temporaryFolder();
    expect(await attempt(root, qLearning, 5)).toBe('stopped');
    expect(await attempt(root, qLearning, Infinity)).toBe('finished');
    expect(folderContent(root)).toEqual(await neverStopped(qLearning));
  });
});

describe('a run whose files are broken does not go on', () => {
  const resume = (root: string) => train(smallTraining(root), { resume: true });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), /cut off in "visits"/],
    ['something else', () => Buffer.from('hello'), /this is not a snapshot file/],
    ['empty', () => Buffer.alloc(0), /this is not a snapshot file/],
  ])('with a checkpoint that is %s', async (_, broken, message) => {
    const { root, folder } = await stoppedRun();
    writeFileSync(folder.checkpoint, broken(readFileSync(folder.checkpoint)));
    const error = await resume(root).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RunError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message.startsWith(`${folder.checkpoint}: `)).toBe(true);
  });

  it('with the checkpoint of an agent of another size', async () => {
    const { root, folder } = await stoppedRun();
    const values = new Float64Array(4);
    const foreign = { values, visits: values, day: 1, 'run.episode': 1, 'run.bytes': 1 };
    writeFileSync(folder.checkpoint, encodeSnapshot(foreign));
    await expect(resume(root)).rejects.toThrow(
      new RunError(`${folder.checkpoint}: the snapshot does not fit a table of 12 cells`),
    );
  });

  it.each([
    ['no episode', {}],
    ['more episodes than it has', { 'run.episode': 5, 'run.bytes': 10 }],
    ['a broken episode', { 'run.episode': 1.5, 'run.bytes': 10 }],
    ['metrics of a negative length', { 'run.episode': 1, 'run.bytes': -1 }],
  ])('with a checkpoint that tells of %s', async (_, progress) => {
    const { root, folder } = await stoppedRun();
    writeFileSync(folder.checkpoint, encodeSnapshot({ ...smallTraining(root).agent.save(), ...progress }));
    await expect(resume(root)).rejects.toThrow(
      new RunError(`${folder.checkpoint} is not a checkpoint of this run`),
    );
  });

  it('with metrics that are shorter than the checkpoint counts on', async () => {
    const { root, folder } = await stoppedRun();
    writeFileSync(folder.file('metrics.jsonl'), '');
    await expect(resume(root)).rejects.toThrow(RunError);
    await expect(resume(root)).rejects.toThrow(`${folder.file('metrics.jsonl')} has 0 bytes`);
  });
});
