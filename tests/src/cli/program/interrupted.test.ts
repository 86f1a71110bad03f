import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderContent } from '../../../support/folderContent.ts';
import { type Exit, linesOf, run, start, untilLines } from '../../../support/program.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const TRAIN = ['train', SMALL_SHOP, '--users', '200', '--held-out', '60', '--episodes', '200'];

/** The only run below a folder. */
function runIn(folder: string): string {
  const agents = 'results/runs/small-shop/q-learning';
  return join(agents, readdirSync(join(folder, agents))[0]);
}

/** Starts training, and asks it to stop after its third episode. */
async function interrupt(folder: string, signal: NodeJS.Signals): Promise<Exit> {
  const running = start(folder, TRAIN);
  const runs = join(folder, 'results/runs/small-shop/q-learning');
  for (;;) {
    try {
      if (readdirSync(runs).length > 0) break;
    } catch {
      // The folder is not there yet.
    }
    await setTimeout(2);
  }
  await untilLines(join(folder, runIn(folder), 'metrics.jsonl'), 3, running);
  running.child.kill(signal);
  return running.ended;
}

describe('the program on Ctrl-C', () => {
  it('train keeps what was learned, says how to go on, and exits 130; that way leads to the same bytes', async () => {
    const [calm, stopped] = [temporaryFolder(), temporaryFolder()];
    await run(calm, ...TRAIN);
    const { code, stdout, stderr } = await interrupt(stopped, 'SIGINT');
    expect([code, stdout]).toEqual([130, '']);
    const episodes = linesOf(join(stopped, runIn(stopped), 'metrics.jsonl'));
    const way = `train --resume ${runIn(stopped)}`;
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
    const results = join(folder, 'results/runs/small-shop/q-learning');
    let begun = 0;
    while (begun < 1 && running.child.exitCode === null) {
      await setTimeout(2);
      begun = linesOf(join(results, 'none')) + Number(existing(results));
    }
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toContain('finished parts are kept; the same command goes on from there\n');
  });

  it('ends a command at once that has nothing to save', async () => {
    const running = start(temporaryFolder(), ['bench', SMALL_SHOP, '--users', '10', '--seconds', '3600']);
    await setTimeout(700);
    running.child.kill('SIGINT');
    expect((await running.ended).signal).toBe('SIGINT');
  });
});

function existing(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
