import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const EXAMPLE = join(import.meta.dirname, '../../fixtures/architecture-example.yaml');
const QUICK = ['--users', '50', '--seeds', '2', '--train-users', '30', '--episodes', '3'];

/** Compares in a results folder of its own. */
function compareIn(results: string, ...words: string[]) {
  return runMain('compare', SMALL_SHOP, ...QUICK, '--results', results, ...words);
}

interface Document {
  readonly policies: readonly { readonly name: string; readonly metrics: Record<string, object> }[];
  readonly differences: readonly { readonly a: string; readonly b: string; readonly metric: string }[];
}

describe('tenure compare --json', () => {
  it('prints the document of the schema tenure.compare/1: these keys and no others', async () => {
    const words = ['--users', '20', '--seeds', '2', '--policies', 'none,random,always:coupon', '--json'];
    const { code, stdout, stderr } = await runMain('compare', EXAMPLE, ...words);
    expect(code).toBe(0);
    expect(stderr).toContain('compare');
    const { policies, differences, ...head } = JSON.parse(stdout) as Document;
    expect(head).toEqual({
      schema: 'tenure.compare/1',
      scenario: 'architecture-example',
      seeds: 2,
      users: 20,
      days: 180,
      optimum: null,
    });
    const dated = [1, 7, 30, 90, 'end'].map((day) => `retention.${day}`);
    const metrics = ['return', 'cost', 'contacts', 'margin', ...dated];
    expect(policies.map(({ name }) => name)).toEqual(['none', 'random', 'always:coupon']);
    for (const policy of policies) {
      expect(Object.keys(policy)).toEqual(['name', 'metrics']);
      expect(Object.keys(policy.metrics)).toEqual(metrics);
      for (const interval of Object.values(policy.metrics))
        expect(interval).toEqual({
          mean: expect.any(Number),
          low: expect.any(Number),
          high: expect.any(Number),
        });
    }
    expect(differences).toHaveLength(6 * 9);
    for (const difference of differences)
      expect(Object.keys(difference).sort()).toEqual(['a', 'b', 'high', 'low', 'mean', 'metric']);
    const pairs = new Set(differences.map(({ a, b }) => `${a} − ${b}`));
    expect(pairs.size).toBe(6);
  });

  it('prints the same bytes again, whether the agents were trained just now, before, or elsewhere', async () => {
    const [here, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const { stdout, stderr } = await compareIn(here, '--json');
    expect(JSON.parse(stdout).policies.map(({ name }: { name: string }) => name)).toEqual([
      'none',
      'random',
      'reminder',
      'q-learning',
    ]);
    expect(stderr).toContain('train 2 runs');
    const again = await compareIn(here, '--json');
    expect(again.stderr).not.toContain('train');
    expect(again.stdout).toBe(stdout);
    expect((await compareIn(elsewhere, '--json')).stdout).toBe(stdout);
  });

  it('plays other people with another seed', async () => {
    const words = ['--policies', 'none', '--json'];
    const [one, other] = [
      await compareIn('unused', ...words),
      await compareIn('unused', ...words, '--seed', '9'),
    ];
    expect(JSON.parse(other.stdout).policies).not.toEqual(JSON.parse(one.stdout).policies);
  });

  it('stops after --days, and reports retention on days within them', async () => {
    const { stdout } = await compareIn('unused', '--policies', 'none', '--days', '6', '--json');
    const { days, policies } = JSON.parse(stdout);
    expect(days).toBe(6);
    expect(Object.keys(policies[0].metrics).filter((name) => name.startsWith('retention'))).toEqual([
      'retention.1',
      'retention.end',
    ]);
  });
});

describe('tenure compare', () => {
  it('prints a table, a table of differences, and what the intervals are', async () => {
    const { code, stdout } = await compareIn(
      'unused',
      '--policies',
      'none,random,reminder',
      '--against',
      'random',
    );
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/^small-shop, per user +return +retention day 7, %/);
    expect(lines.slice(1, 4).map((line) => line.split(' ')[0])).toEqual(['none', 'random', 'reminder']);
    expect(lines[5]).toMatch(/^minus random /);
    expect(lines.slice(6, 8).map((line) => line.split(' ')[0])).toEqual(['none', 'reminder']);
    expect(lines[8]).toMatch(/^95 % t interval over 2 seeds/);
  });

  it('trains each agent once per seed, and keeps the runs', async () => {
    const results = temporaryFolder();
    await compareIn(results, '--policies', 'q-learning,sarsa,none,sarsa');
    const records = listRuns(results).map((run) => run.read());
    expect(records.map(({ configuration }) => [configuration.agent.name, configuration.seed])).toEqual([
      ['q-learning', '1'],
      ['q-learning', '2'],
      ['sarsa', '1'],
      ['sarsa', '2'],
    ]);
    expect(records.every(({ status }) => status.state === 'completed')).toBe(true);
  });

  it('plays a run among the policies, and refuses one that saw something else', async () => {
    const results = temporaryFolder();
    const train = [
      'train',
      SMALL_SHOP,
      '--users',
      '30',
      '--episodes',
      '2',
      '--held-out',
      '10',
      '--results',
      results,
    ];
    await runMain(...train);
    const [run] = listRuns(results);
    const { code, stdout } = await compareIn(results, '--policies', `none,${run.path}`, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).policies[1].name).toBe(run.path);
    const text = await compareIn(results, '--policies', `none,${run.path}`);
    expect(text.stdout).toContain(`${run.path} is one run, trained once and played on the people of every`);
    const full = await compareIn(results, '--policies', run.path, '--observe', 'full');
    expect([full.code, full.stdout]).toEqual([2, '']);
    expect(full.stderr).toContain(
      'was trained with other observations or actions of small-shop; see --observe',
    );
    const other = await runMain('compare', EXAMPLE, '--policies', run.path, '--results', results);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('was trained on small-shop, not on architecture-example');
  });

  it('trains again what another build of the program made, as that may have learned otherwise', async () => {
    const results = temporaryFolder();
    const words = ['--policies', 'q-learning', '--json'];
    const { stdout } = await compareIn(results, ...words);
    const [old] = listRuns(results);
    const { versions, ...record } = old.read();
    old.write({ ...record, versions: { ...versions, tenure: '0.0.1' } });
    writeFileSync(old.policy, 'what another build wrote');
    writeFileSync(old.checkpoint, 'what another build wrote');
    const again = await compareIn(results, ...words);
    expect(again.stderr).toContain('train 1 run ');
    expect([again.code, again.stdout]).toEqual([0, stdout]);
    expect(old.read().versions).toEqual(versions);
  });

  it('fails with the name of the file where the cached policy of an agent is broken', async () => {
    const results = temporaryFolder();
    await compareIn(results, '--policies', 'q-learning');
    const [run] = listRuns(results);
    writeFileSync(run.policy, 'broken');
    const { code, stdout, stderr } = await compareIn(results, '--policies', 'q-learning');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`tenure: ${run.policy}: this is not a snapshot file\n`);
  });
});
