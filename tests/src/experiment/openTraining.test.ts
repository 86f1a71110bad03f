import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { seeds } from '../../../src/experiment/configuration.ts';
import { readMetrics } from '../../../src/experiment/metricsFile.ts';
import { train } from '../../../src/experiment/train.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { folderContent } from '../../support/folderContent.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { stopOnDay } from '../../support/stopOnDay.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures', `${name}.yaml`);

describe.each([
  ['open-shop', 20, 70],
  ['product-shop', 3, 10],
])('train() in %s', (name, users, day) => {
  const scenario = fixture(name);
  const make = (root: string, abort?: AbortController) =>
    smallTraining(root, {
      ...{ kind: qLearning, scenario, users, episodes: 2 },
      ...(abort && { around: (world) => stopOnDay(world, day, abort) }),
    });

  it('ends with the same bytes where it was stopped and went on, and its record replays', async () => {
    const [root, stopped] = [temporaryFolder(), temporaryFolder()];
    const whole = make(root);
    const record = await train(whole, { resume: false });
    const abort = new AbortController();
    const run = train(make(stopped, abort), { resume: true, signal: abort.signal });
    await expect(run).rejects.toThrow(`stopped on day ${day}`);
    await train(make(stopped), { resume: true });
    expect(folderContent(stopped)).toEqual(folderContent(root));

    const { program, folder } = whole;
    const actions = new Uint8Array(readFileSync(folder.actions));
    const held = { users: record.configuration.heldOutUsers, seed: seeds.heldOut('1') };
    const replay = openReplay({ program, ...held, actions, label: name });
    const result = (record.status as { result: Record<string, { mean: number }> }).result;
    const founders = Array.from({ length: replay.people }, (_, row) => replay.life(row)).filter(
      ({ bornOn }) => bornOn === 0,
    );
    const stayed = founders.filter(({ leftOn }) => leftOn === undefined).length;
    expect(result['retention.end'].mean).toBeCloseTo(stayed / founders.length, 6);
  });

  it('tells retention of those who were there from the start', async () => {
    const training = make(temporaryFolder());
    await train(training, { resume: false });
    for (const { retention, validation } of readMetrics(training.folder.file('metrics.jsonl')))
      for (const part of [retention, validation?.retention ?? 0.5]) {
        expect(part).toBeGreaterThan(0);
        expect(part).toBeLessThan(1);
      }
  });
});
