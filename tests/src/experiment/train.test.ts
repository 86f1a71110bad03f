import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCompute } from '../../../agents/deep/engine.ts';
import { AGENTS } from '../../../agents/index.ts';
import { restoreAgent } from '../../../src/experiment/agentFile.ts';
import { seeds } from '../../../src/experiment/configuration.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { readMetrics } from '../../../src/experiment/metricsFile.ts';
import { type Progress, train } from '../../../src/experiment/train.ts';
import { meanInterval } from '../../../src/statistics/interval.ts';
import { folderContent } from '../../support/folderContent.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const START = { resume: false };
/** Networks learn from the first day on; a memory takes a moment. */
const SMALL = { warmUp: 40, batchSize: 64, historyUnits: 3, historySteps: 3 };
const compute = await openCompute('simd', 'recurrent');

describe('train(training, options)', () => {
  it.each(AGENTS)(
    'leaves the same bytes in every file when $name is trained twice with one configuration',
    async (kind) => {
      const [one, other] = [temporaryFolder(), temporaryFolder()];
      for (const root of [one, other])
        await train(smallTraining(root, { kind, compute, settings: SMALL }), START);
      const content = folderContent(one);
      expect(folderContent(other)).toEqual(content);
      const names = Object.keys(content).map((file) => file.split('/').slice(4).join('/'));
      expect(names).toEqual([
        'checkpoint/agent.bin',
        'metrics.jsonl',
        'policy/agent.bin',
        'replay/actions.u8',
        'run.json',
        'scenario.yaml',
      ]);
    },
  );

  it('leaves other bytes with another seed', async () => {
    const trained = async (seed: string) => {
      const training = smallTraining(temporaryFolder(), { seed });
      await train(training, START);
      return folderContent(training.folder.path);
    };
    const [one, other] = [await trained('1'), await trained('2')];
    for (const file of ['metrics.jsonl', 'policy/agent.bin', 'replay/actions.u8', 'run.json'])
      expect(other[file], file).not.toBe(one[file]);
    expect(other['scenario.yaml']).toBe(one['scenario.yaml']);
  });

  it('overwrites an earlier run where it is not to go on with it', async () => {
    const root = temporaryFolder();
    await train(smallTraining(root), START);
    const first = folderContent(root);
    await train(smallTraining(root), START);
    expect(folderContent(root)).toEqual(first);
  });

  it('trains on users of its own in each episode, never on those of the validation or the held-out ones', async () => {
    const met: string[] = [];
    const training = smallTraining(temporaryFolder(), {
      around: (world) => ({
        spec: world.spec,
        step: (actions) => world.step(actions),
        reset: (seed) => {
          met.push(seed);
          return world.reset(seed);
        },
      }),
    });
    await train(training, START);
    expect(met).toEqual([0, 1, 2, 3].map((episode) => seeds.training('1', episode)));
    expect(met).not.toContain(seeds.heldOut('1'));
    expect(met).not.toContain(seeds.validation('1'));
  });

  it('records what the greedy policy comes to on the held-out users, with every action it took', async () => {
    const training = smallTraining(temporaryFolder());
    const record = await train(training, START);
    expect(training.folder.read()).toEqual(record);
    const { agent, program } = smallTraining(temporaryFolder());
    restoreAgent(agent, training.folder.policy);
    const played = evaluate(program, agent.greedy(), { users: 30, seed: seeds.heldOut('1'), record: true });
    expect([...readFileSync(training.folder.actions)]).toEqual([...played.actions]);
    const expected = Object.fromEntries(
      played.metrics.map(({ name, values }) => [name, meanInterval(values)]),
    );
    expect(record.status).toEqual({ state: 'completed', result: expected });
  });

  it('writes a line for each episode: what was earned and kept, and the validation on every tenth of the way', async () => {
    const training = smallTraining(temporaryFolder(), { episodes: 25 });
    await train(training, START);
    const lines = readMetrics(training.folder.file('metrics.jsonl'));
    expect(lines.map(({ episode }) => episode)).toEqual(Array.from({ length: 25 }, (_, k) => k + 1));
    expect(lines.map(({ userDays }) => userDays)).toEqual(lines.map(({ episode }) => episode * 40 * 12));
    expect(lines.every(({ retention }) => retention > 0.3 && retention < 1)).toBe(true);
    const validated = lines.filter(({ validation }) => validation).map(({ episode }) => episode);
    expect(validated).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 25]);
    expect(lines[0].learning['epsilon']).toBeGreaterThan(lines[24].learning['epsilon']);
  });

  it('tells how far it is, from the first episode to the last day', async () => {
    const told: Progress[] = [];
    await train(smallTraining(temporaryFolder()), {
      ...START,
      onProgress: (progress) => told.push(progress),
    });
    expect(
      told.map(({ day, days, episode, episodes, metrics }) => [
        day,
        days,
        episode,
        episodes,
        metrics?.episode,
      ]),
    ).toEqual([1, 2, 3, 4].map((episode) => [12 * episode, 48, episode, 4, episode]));
  });
});
