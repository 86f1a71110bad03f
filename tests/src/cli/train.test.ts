import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { DEFAULT_EPISODES } from '../../../src/cli/trainingOptions.ts';
import { listRuns } from '../../../src/experiment/runFolder.ts';
import { folderContent } from '../../support/folderContent.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const QUICK = ['--users', '30', '--episodes', '3', '--held-out', '20'];

afterEach(() => vi.unstubAllEnvs());

function trainIn(results: string, ...words: string[]) {
  return runMain('train', SMALL_SHOP, ...QUICK, '--results', results, ...words);
}

describe('tenure train', () => {
  it('prints what the agent comes to on held-out users, and how to see it', async () => {
    const results = temporaryFolder();
    const { code, stdout, stderr } = await trainIn(results);
    expect(code).toBe(0);
    const [run] = listRuns(results);
    expect(stdout).toContain('trained q-learning; on 20 held-out users:\n');
    expect(stdout).toMatch(/ {2}return per user {2}-?\d+\.\d{3} {2}\[-?\d+\.\d{3}, -?\d+\.\d{3}\]\n/);
    expect(stdout).toContain(`\nrun     ${run.label}\nreplay  tenure replay ${run.label}\n`);
    expect(stderr).toMatch(/^train small-shop q-learning seed 1 {2}.*%/);
  });

  it('--json prints the record of the run', async () => {
    const results = temporaryFolder();
    const { stdout } = await trainIn(results, '--json');
    const [run] = listRuns(results);
    expect(JSON.parse(stdout)).toEqual({ ...run.read(), schema: 'tenure.train/1', folder: run.label });
  });

  it('leaves the same bytes when it is done again elsewhere, and does not train twice', async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const first = await trainIn(one);
    await trainIn(other);
    const content = folderContent(one);
    expect(folderContent(other)).toEqual(content);
    const again = await trainIn(one);
    expect(again.stderr).toBe('this run is already there; --fresh trains it again\n');
    expect(again.stdout).toBe(first.stdout);
    expect((await trainIn(one, '--fresh')).stderr).toContain('100%');
    expect(folderContent(one)).toEqual(content);
  });
});

describe('tenure train, where another build of the program made the run', () => {
  it('says so', async () => {
    const results = temporaryFolder();
    await trainIn(results);
    const [run] = listRuns(results);
    const record = run.read();
    run.write({ ...record, versions: { ...record.versions, tenure: '0.0.1' } });
    expect((await trainIn(results)).stderr).toContain(
      'another build of tenure made it (0.0.1); --fresh may come to other results\n',
    );
  });
});

describe('tenure train --print-config', () => {
  it('shows every value and where it came from, and does nothing', async () => {
    const folder = temporaryFolder();
    const config = join(folder, 'options.yaml');
    writeFileSync(config, 'episodes: 7\n');
    vi.stubEnv('TENURE_SEED', 'spring');
    const words = [
      '--print-config',
      '--json',
      '--config',
      config,
      '--set',
      'appeal=1',
      '--option',
      'discount=0.5',
    ];
    const { code, stdout, stderr } = await runMain(
      'train',
      SMALL_SHOP,
      '--users',
      '9',
      '--results',
      folder,
      ...words,
    );
    expect([code, stderr]).toEqual([0, '']);
    const { schema, configuration, origins } = JSON.parse(stdout);
    expect(schema).toBe('tenure.configuration/1');
    expect(configuration).toMatchObject({
      scenario: { name: 'small-shop', parameters: { appeal: 1, patience: 3 }, observe: 'declared' },
      agent: { name: 'q-learning', settings: { ...settingsOf(qLearning, {}), discount: 0.5 } },
      seed: 'spring',
      users: 9,
      episodes: 7,
      heldOutUsers: 2_000,
    });
    expect(origins).toMatchObject({
      'scenario.parameters.appeal': 'flag',
      'scenario.parameters.patience': 'scenario',
      'scenario.observe': 'default',
      'agent.name': 'default',
      'agent.settings.discount': 'flag',
      'agent.settings.stepSize': 'default',
      seed: 'environment',
      users: 'flag',
      episodes: 'file',
      heldOutUsers: 'default',
    });
    expect(listRuns(folder)).toEqual([]);
  });

  it('prints a line for each as text', async () => {
    const { stdout } = await runMain('train', SMALL_SHOP, '--print-config', '--seed', '5');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ +/));
    expect(lines).toContainEqual(['seed', '5', 'flag']);
    expect(lines).toContainEqual(['scenario.parameters.appeal', '1.2', 'scenario']);
    expect(lines).toContainEqual(['episodes', String(DEFAULT_EPISODES), 'default']);
  });
});

describe('tenure train --resume', () => {
  /** A finished run that is made to look as if it was stopped before its end. */
  async function stopped(results: string) {
    await trainIn(results);
    const [run] = listRuns(results);
    const whole = folderContent(results);
    run.write({ ...run.read(), status: { state: 'unfinished' } });
    return { run, whole };
  }

  it('is asked for where a run of the same configuration is not finished', async () => {
    const results = temporaryFolder();
    const { run } = await stopped(results);
    const { code, stdout, stderr } = await trainIn(results);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('this run was begun before and is not finished\n');
    expect(stderr).toContain(`go on:      tenure train --resume ${run.label}\n`);
  });

  it('goes on in the folder it is given, wherever the results are', async () => {
    const results = temporaryFolder();
    const { run, whole } = await stopped(results);
    const unused = join(results, 'unused');
    const { code, stderr } = await runMain('train', '--resume', run.path, '--results', unused);
    expect(code).toBe(0);
    expect(stderr).toContain(`resuming ${run.label}\n`);
    expect(folderContent(results)).toEqual(whole);
  });

  it.each(['latest', 'seed-1', 'id'])('finds a run by %s', async (name) => {
    const results = temporaryFolder();
    const { run, whole } = await stopped(results);
    const asked = name === 'id' ? run.read().id : name;
    expect((await runMain('train', '--resume', asked, '--results', results)).code).toBe(0);
    expect(folderContent(results)).toEqual(whole);
  });

  it('refuses what it would not heed', async () => {
    const results = temporaryFolder();
    await stopped(results);
    const resume = ['train', '--resume', 'latest', '--results', results];
    const rule = 'tenure: --resume goes on with the configuration of the run; leave out';
    expect(await runMain(...resume, '--episodes', '9')).toEqual({
      code: 2,
      stdout: '',
      stderr: `${rule} --episodes\n`,
    });
    expect(await runMain(...resume, '--fresh')).toEqual({ code: 2, stdout: '', stderr: `${rule} --fresh\n` });
    expect((await runMain(...resume, SMALL_SHOP)).stderr).toBe(`${rule} "${SMALL_SHOP}"\n`);
  });

  it('refuses a run whose scenario was changed', async () => {
    const results = temporaryFolder();
    const { run } = await stopped(results);
    writeFileSync(run.file('scenario.yaml'), 'title: something else\n');
    const { code, stderr } = await runMain('train', '--resume', 'latest', '--results', results);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `tenure: ${run.file('scenario.yaml')} has been changed: it is not the scenario that this run was made with\n`,
    );
  });

  it('says where a name fits no run or several', async () => {
    const results = temporaryFolder();
    await trainIn(results);
    await trainIn(results, '--seed', '11');
    const resume = (name: string) => runMain('train', '--resume', name, '--results', results);
    expect((await resume('seed-1')).stderr).toBe(
      `tenure: 2 runs in ${results} begin with "seed-1"; tenure runs lists them\n`,
    );
    expect((await resume('seed-7')).stderr).toBe(
      `tenure: no run in ${results} begins with "seed-7"; tenure runs lists them\n`,
    );
  });
});
