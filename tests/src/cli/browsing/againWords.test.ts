import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../../src/experiment/runFolder.ts';
import { runMain } from '../../../support/runMain.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const QUICK = ['--users', '20', '--episodes', '2', '--held-out', '10'];

/** The words behind `tenure train` that make the only run of a folder again, as the lists say them. */
async function againOf(results: string): Promise<string[]> {
  const { stdout } = await runMain('browse', '--json', '--results', results);
  const [program, command, ...words] = JSON.parse(stdout).runs[0].again;
  expect([program, command]).toEqual(['tenure', 'train']);
  return words;
}

async function trained(...words: string[]) {
  const results = temporaryFolder();
  expect((await runMain('train', ...words, '--results', results)).stderr).not.toContain('tenure:');
  return { results, record: listRuns(results)[0].read() };
}

describe('the command that makes a run again', () => {
  it.each([
    [[]],
    [['--agent', 'sarsa', '--seed', 'a b', '--option', 'stepSize=0.3', '--option', 'discount=0.9']],
    [['--set', 'contrast=2.5', '--agent', 'ppo']],
    [['--observe', 'full']],
  ])('gives the same configuration: %j', async (options) => {
    const first = await trained('hidden-taste', ...QUICK, ...options);
    const again = await trained(...(await againOf(first.results)));
    expect(again.record.configuration).toEqual(first.record.configuration);
    expect(again.record.id).toBe(first.record.id);
    expect(again.record.status).toEqual(first.record.status);
  });

  it('takes the file in the folder of a run whose scenario does not come with the program', async () => {
    const first = await trained(SMALL_SHOP, ...QUICK);
    const again = await againOf(first.results);
    expect(again[0]).toBe(`${listRuns(first.results)[0].label}/scenario.yaml`);
    expect((await trained(...again)).record.status).toEqual(first.record.status);
  });
});
