import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listRuns, type RunFolder } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** How JSON begins a typed array that was not made a list. */
const TYPED_ARRAY = '{"0":';

async function trained(): Promise<{ results: string; run: RunFolder }> {
  const results = temporaryFolder();
  const words = ['--users', '30', '--episodes', '3', '--held-out', '25', '--results', results];
  await runMain('train', SMALL_SHOP, ...words);
  return { results, run: listRuns(results)[0] };
}

describe('tenure replay --plain', () => {
  it('prints a day of the run and why it went as it did for a user, without escape codes', async () => {
    const { results } = await trained();
    const words = ['replay', 'latest', '--day', '5', '--user', '3', '--plain', '--results', results];
    const { code, stdout, stderr } = await runMain(...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/day +5\/12/);
    for (const word of ['present', 'gone', 'greet', 'user 3', 'visit', 'basket'])
      expect(stdout).toContain(word);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    expect((await runMain(...words)).stdout).toBe(stdout);
  });

  it('--json gives the same day to a program', async () => {
    const { results, run } = await trained();
    const { code, stdout } = await runMain(
      'replay',
      '--day',
      '5',
      '--user',
      '3',
      '--json',
      '--results',
      results,
    );
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual(['schema', 'run', 'frame', 'life', 'why']);
    expect(document).toMatchObject({ schema: 'tenure.replay/1', run: run.label, frame: { day: 5 } });
    for (const days of ['stages', 'actions', 'rewards']) expect(document.life[days]).toHaveLength(13);
    expect(stdout).not.toContain(TYPED_ARRAY);
  });

  it('refuses days and users that the run does not have', async () => {
    const { results } = await trained();
    const replay = (...words: string[]) => runMain('replay', '--plain', '--results', results, ...words);
    expect(await replay('--day', '13')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'tenure: --day: this run has days 0 to 12, got 13\n',
    });
    expect((await replay('--user', '25')).stderr).toBe(
      'tenure: --user: this run has users 0 to 24, got 25\n',
    );
  });

  it('refuses a recording that is cut off, or full of actions that do not exist', async () => {
    const { results, run } = await trained();
    writeFileSync(run.actions, new Uint8Array(10));
    const cut = await runMain('replay', '--plain', '--results', results);
    expect([cut.code, cut.stdout]).toEqual([2, '']);
    expect(cut.stderr).toBe(`tenure: ${run.actions} has 10 bytes; 25 users × 12 days take 300\n`);
    writeFileSync(run.actions, new Uint8Array(300).fill(7));
    const strange = await runMain('replay', '--plain', '--results', results);
    expect(strange.stdout).toBe('');
    expect(strange.stderr).toContain('expected actions from 0 to 1, got 7 on day 1, user 0');
  });

  it('says how to go on with a run that is not finished', async () => {
    const { results, run } = await trained();
    rmSync(run.actions);
    const { code, stderr } = await runMain('replay', '--plain', '--results', results);
    expect([code, stderr]).toEqual([
      2,
      `tenure: ${run.label} is not finished; go on with: tenure train --resume ${run.label}\n`,
    ]);
  });
});
