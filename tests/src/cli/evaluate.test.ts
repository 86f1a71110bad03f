import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** A results folder with one trained run. */
async function trained(): Promise<string> {
  const results = temporaryFolder();
  const words = ['--users', '30', '--episodes', '3', '--held-out', '40', '--seed', '4', '--results', results];
  await runMain('train', SMALL_SHOP, ...words);
  return results;
}

describe('tenure evaluate', () => {
  it('plays a rule of a scenario', async () => {
    const words = ['evaluate', 'reminder', '--scenario', SMALL_SHOP, '--users', '40'];
    const { code, stdout } = await runMain(...words);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^small-shop, per user +return/);
    expect(lines[1]).toMatch(/^reminder +-?\d/);
    expect(lines[2]).toMatch(/^95 % t interval over 40 held-out users of one seed/);
  });

  it('plays a run in its own scenario, and on its own held-out users comes to what the run recorded', async () => {
    const results = await trained();
    const [run] = listRuns(results);
    const words = ['--users', '40', '--seed', '4', '--results', results, '--json'];
    for (const name of ['latest', run.path, run.read().id]) {
      const { code, stdout } = await runMain('evaluate', name, ...words);
      expect(code).toBe(0);
      const { policy, ...head } = JSON.parse(stdout);
      expect(head).toEqual({
        schema: 'tenure.evaluate/1',
        scenario: 'small-shop',
        seeds: 1,
        users: 40,
        days: 12,
      });
      expect(policy).toEqual({ name, metrics: (run.read().status as { result: object }).result });
    }
  });

  it('plays a run in a scenario with other parameters where that is asked for', async () => {
    const results = await trained();
    const evaluated = (...words: string[]) =>
      runMain('evaluate', 'latest', '--results', results, '--json', ...words);
    const own = await evaluated();
    const other = await evaluated('--scenario', SMALL_SHOP, '--set', 'appeal=0');
    expect([own.code, other.code]).toEqual([0, 0]);
    expect(other.stdout).not.toBe(own.stdout);
    expect((await evaluated('--scenario', SMALL_SHOP)).stdout).toBe(own.stdout);
  });

  it('refuses to change the scenario of a run behind its back', async () => {
    const results = await trained();
    const { code, stderr } = await runMain('evaluate', 'latest', '--results', results, '--set', 'appeal=0');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'tenure: --set needs --scenario: a run is played in the scenario it was trained in\n',
    );
  });
});
