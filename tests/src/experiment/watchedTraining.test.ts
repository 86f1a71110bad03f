import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openCompute } from '../../../agents/deep/engine.ts';
import { AGENTS } from '../../../agents/index.ts';
import { always } from '../../../agents/rules/always.ts';
import type { Policy } from '../../../environments/contract.ts';
import { seeds } from '../../../src/experiment/configuration.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { readMetrics } from '../../../src/experiment/metricsFile.ts';
import { encodeSnapshot } from '../../../src/experiment/snapshotFile.ts';
import { type Training, train } from '../../../src/experiment/train.ts';
import type { TrainingWatch } from '../../../src/experiment/trainingWatch.ts';
import { seedInterval } from '../../../src/statistics/interval.ts';
import type { TrainingEvent } from '../../../src/training/trainingEvent.ts';
import { folderContent } from '../../support/folderContent.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const SMALL = { warmUp: 40, batchSize: 64, historyUnits: 3, historySteps: 3 };
const compute = await openCompute('simd', 'recurrent');

/** Somebody who pauses every third day and asks for an evaluation after every episode. */
function curious(told: TrainingEvent[], rule: Policy = always(0)): TrainingWatch {
  let days = 0;
  return {
    rule: { name: 'nothing', create: () => rule },
    tell: (event) => told.push(event),
    hold: () => (++days % 3 === 0 ? setImmediate() : undefined),
    wantsEvaluation: () => true,
  };
}

async function watched(training: Training, resume = false): Promise<TrainingEvent[]> {
  const told: TrainingEvent[] = [];
  await train(training, { resume, watch: curious(told) });
  return told;
}

const kinds = (told: readonly TrainingEvent[]) => told.map(({ kind }) => kind);

function only<K extends TrainingEvent['kind']>(told: readonly TrainingEvent[], kind: K) {
  return told.filter((event): event is Extract<TrainingEvent, { kind: K }> => event.kind === kind);
}

describe('a training that is watched', () => {
  it.each(AGENTS)('leaves the bytes of one that is not, whatever is asked for: $name', async (kind) => {
    const [alone, seen] = [temporaryFolder(), temporaryFolder()];
    // Every run has a validation after every second of 11; those between are there as they were asked for.
    const of = (root: string) =>
      smallTraining(root, { kind, compute, settings: SMALL, episodes: 11, users: 20 });
    await train(of(alone), { resume: false });
    const told = await watched(of(seen));
    expect(only(told, 'evaluated').length).toBeGreaterThan(3);
    expect(folderContent(seen)).toEqual(folderContent(alone));
  });

  it.each(AGENTS)('finds $name the same after its greedy policy was played', async (kind) => {
    const training = smallTraining(temporaryFolder(), { kind, compute, settings: SMALL });
    await train(training, { resume: false });
    const { agent, program } = training;
    const before = Buffer.from(encodeSnapshot(agent.save()));
    evaluate(program, agent.greedy(), { users: 50, seed: 'others' });
    expect(before.equals(encodeSnapshot(agent.save()))).toBe(true);
  });

  it('is told of everything in order, every day of it', async () => {
    const told = await watched(smallTraining(temporaryFolder()));
    const days = only(told, 'day').map(({ day }) => day);
    expect(days).toEqual(Array.from({ length: 48 }, (_, k) => k + 1));
    const episode = ['playing', 'episode'];
    expect(kinds(told).filter((kind) => kind !== 'day')).toEqual([
      'begun',
      'rule',
      ...[1, 2, 3, 4].flatMap(() => episode),
      'playing',
      'finished',
    ]);
  });

  it('tells of validations what metrics.jsonl says, and of evaluations that were asked for nothing there', async () => {
    const training = smallTraining(temporaryFolder(), { episodes: 25 });
    const told = await watched(training);
    const lines = readMetrics(training.folder.file('metrics.jsonl'));
    expect(only(told, 'episode').map(({ metrics }) => metrics)).toEqual(lines);
    const inShort = only(told, 'episode').map(
      ({ validated }) =>
        validated && {
          return: validated.played.return.mean,
          retention: validated.played.retention.mean,
        },
    );
    expect(inShort).toEqual(lines.map(({ validation }) => validation));
    const asked = only(told, 'evaluated').map(({ episode }) => episode);
    expect(asked).toEqual(lines.filter(({ validation }) => !validation).map(({ episode }) => episode));
  });

  it('is measured by the rule on the same users, paired by user', async () => {
    const told = await watched(smallTraining(temporaryFolder()));
    const [rule] = only(told, 'rule');
    const { program } = smallTraining(temporaryFolder());
    const played = evaluate(program, always(0), { users: 1000, seed: seeds.validation('1') });
    const values = (name: string) => played.metrics.find((metric) => metric.name === name)?.values ?? [];
    expect(rule.name).toBe('nothing');
    expect(rule.played.return).toEqual(seedInterval([Float64Array.from(values('return'))]));
    const { metrics: _, ...last } = only(told, 'episode')[3];
    const { played: policy, beyondRule } = last.validated!;
    expect(beyondRule?.return.mean).toBeCloseTo(policy.return.mean - rule.played.return.mean, 10);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(beyondRule!.return)).toBeLessThan(width(policy.return) + width(rule.played.return));
  });

  it('is told at the end what the policy and the rule come to on held-out users', async () => {
    const training = smallTraining(temporaryFolder());
    const told = await watched(training);
    const { status } = training.folder.read();
    const { result } = only(told, 'finished')[0];
    expect(status).toMatchObject({ result: { return: result.played.return } });
    expect(result.rule?.units).toBe(30);
    expect(result.beyondRule?.return.mean).toBeCloseTo(
      result.played.return.mean - result.rule!.return.mean,
      10,
    );
  });

  it('goes on with the episodes that it had', async () => {
    const root = temporaryFolder();
    const abort = new AbortController();
    const stopping: TrainingWatch = {
      ...curious([]),
      tell: (event) => {
        if (event.kind === 'episode' && event.metrics.episode === 2) abort.abort(new Error('enough'));
      },
    };
    const stopped = train(smallTraining(root), { resume: false, watch: stopping, signal: abort.signal });
    await expect(stopped).rejects.toThrow('enough');
    const told = await watched(smallTraining(root), true);
    expect(only(told, 'begun')[0].earlier.map(({ episode }) => episode)).toEqual([1, 2]);
    expect(only(told, 'day')[0].day).toBe(25);
  });

  it("counts the rule's decisions, and everyone's stage every evening", async () => {
    const told = await watched(smallTraining(temporaryFolder()));
    const { played } = only(told, 'rule')[0];
    // Nobody is given anything but the first action.
    expect(played.decisions.slice(1).every((count) => count === 0)).toBe(true);
    expect(played.decisions[0]).toBeGreaterThan(0);
    expect(played.stageCounts).toHaveLength(12);
    for (const counts of played.stageCounts) expect(counts.reduce((a, b) => a + b)).toBe(1000);
  });
});
