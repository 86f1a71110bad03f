import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderContent } from '../../../support/folderContent.ts';
import { linesOf, type Running, run, start, untilLines } from '../../../support/program.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const EPISODES = 150;
const SIZE = ['--episodes', String(EPISODES)];
const TRAIN = ['train', SMALL_SHOP, '--users', '200', '--held-out', '60', ...SIZE];
const COMPARE = [
  'compare',
  SMALL_SHOP,
  '--train-users',
  '200',
  '--users',
  '60',
  '--seeds',
  '2',
  '--json',
  ...SIZE,
];

/** The first run's metrics, which say how far it is; undefined before there is one. */
function metricsIn(folder: string): string | undefined {
  const agents = join(folder, 'results/runs/small-shop/q-learning');
  try {
    const [run] = readdirSync(agents).sort();
    return run === undefined ? undefined : join(agents, run, 'metrics.jsonl');
  } catch {
    return undefined;
  }
}

/** Kills a program, as nothing can prevent, some episodes on and at any moment between two of them. */
async function killOnTheWay(folder: string, running: Running, episodes: number): Promise<void> {
  const done = linesOf(metricsIn(folder) ?? '');
  let over = false;
  void running.ended.then(() => (over = true));
  while (!over && metricsIn(folder) === undefined) await setTimeout(1);
  await untilLines(metricsIn(folder) ?? '', done + episodes, running);
  await setTimeout(Math.random() * 15);
  running.child.kill('SIGKILL');
  const { signal, stdout } = await running.ended;
  expect([signal, stdout]).toEqual(['SIGKILL', '']);
}

const anyEpisodes = () => 1 + Math.floor(Math.random() * 20);

describe('the program killed with -9 three times at any moment', () => {
  it('train --resume ends with the bytes, in every file, of a run that was never killed', async () => {
    const [calm, killed] = [temporaryFolder(), temporaryFolder()];
    expect((await run(calm, ...TRAIN)).code).toBe(0);
    await killOnTheWay(killed, start(killed, TRAIN), anyEpisodes());
    for (let time = 0; time < 2; time++)
      await killOnTheWay(killed, start(killed, ['train', '--resume', 'latest']), anyEpisodes());
    const { code, stderr } = await run(killed, 'train', '--resume', 'latest');
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('resuming results/runs/small-shop/q-learning/'),
    ]);
    expect(linesOf(metricsIn(killed) ?? '')).toBe(EPISODES);
    expect(folderContent(killed)).toEqual(folderContent(calm));
  });

  it('compare, given again, ends with the same words and the same bytes in the runs of all seeds', async () => {
    const [calm, killed] = [temporaryFolder(), temporaryFolder()];
    const expected = await run(calm, ...COMPARE);
    expect([expected.code, Object.keys(folderContent(calm)).length]).toEqual([0, 12]);
    for (let time = 0; time < 3; time++) await killOnTheWay(killed, start(killed, COMPARE), anyEpisodes());
    const { code, stdout } = await run(killed, ...COMPARE);
    expect([code, stdout]).toEqual([0, expected.stdout]);
    expect(folderContent(killed)).toEqual(folderContent(calm));
  });
});
