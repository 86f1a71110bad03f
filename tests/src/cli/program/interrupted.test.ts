import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderContent } from '../../../support/folderContent.ts';
import { linesOf, type Running, run, start, untilLines } from '../../../support/program.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const TRAIN = ['train', SMALL_SHOP, '--users', '200', '--held-out', '60', '--episodes', '200'];
const RUNS = 'results/runs/small-shop/q-learning';

/** The first run below a folder, as soon as there is one or the program has ended without. */
async function firstRun(folder: string, { child }: Running): Promise<string> {
  const runs = () => (existsSync(join(folder, RUNS)) ? readdirSync(join(folder, RUNS)) : []);
  while (runs().length === 0 && child.exitCode === null) await setTimeout(2);
  return join(RUNS, runs()[0]);
}

/** Starts training, and asks it to stop after its third episode. */
async function interrupt(folder: string, signal: NodeJS.Signals) {
  const running = start(folder, TRAIN);
  const path = await firstRun(folder, running);
  await untilLines(join(folder, path, 'metrics.jsonl'), 3, running);
  running.child.kill(signal);
  return { path, ...(await running.ended) };
}

describe('the program on Ctrl-C', () => {
  it('train keeps what was learned, says how to go on, and exits 130; that way leads to the same bytes', async () => {
    const [calm, stopped] = [temporaryFolder(), temporaryFolder()];
    await run(calm, ...TRAIN);
    const { code, stdout, stderr, path } = await interrupt(stopped, 'SIGINT');
    expect([code, stdout]).toEqual([130, '']);
    const episodes = linesOf(join(stopped, path, 'metrics.jsonl'));
    const way = `train --resume ${path}`;
    expect(stderr).toContain(`saved after episode ${episodes}; go on with: tenure ${way}\n`);
    expect(stderr).toMatch(/tenure: stopped by SIGINT\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect((await run(stopped, ...way.split(' '))).code).toBe(0);
    expect(folderContent(stopped)).toEqual(folderContent(calm));
  });

  it('exits 143 on SIGTERM', async () => {
    const { code, stderr } = await interrupt(temporaryFolder(), 'SIGTERM');
    expect(code).toBe(143);
    expect(stderr).toMatch(/tenure: stopped by SIGTERM\n$/);
  });

  it('compare stops its threads, says that what is finished is kept, and exits 130', async () => {
    const folder = temporaryFolder();
    const words = ['compare', SMALL_SHOP, '--train-users', '200', '--episodes', '100000', '--seeds', '3'];
    const running = start(folder, words);
    await firstRun(folder, running);
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toContain('finished parts are kept; the same command goes on from there\n');
  });

  it('ends a command at once that has nothing to save', async () => {
    const running = start(temporaryFolder(), ['bench', SMALL_SHOP, '--users', '10', '--seconds', '3600']);
    await setTimeout(500);
    running.child.kill('SIGINT');
    expect((await running.ended).signal).toBe('SIGINT');
  });
});
