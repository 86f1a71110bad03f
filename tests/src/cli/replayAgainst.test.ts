import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { elementsIn, parseXml, textIn } from '../../support/xml.ts';

/** A results folder with a run of Q-learning, and more if asked for. */
async function trained(...more: readonly (readonly string[])[]): Promise<string> {
  const results = temporaryFolder();
  const words = ['--users', '30', '--episodes', '3', '--held-out', '25', '--results', results];
  for (const other of [[], ...more]) await runMain('train', SMALL_SHOP, ...words, ...other);
  return results;
}

/** Of the run of Q-learning. */
const idOf = (results: string) =>
  basename(listRuns(results).find(({ path }) => path.includes('q-learning'))?.path ?? '');
const against = (results: string, other: string, ...words: string[]) =>
  runMain('replay', idOf(results), '--against', other, '--results', results, ...words);

describe('tenure replay --against', () => {
  it('prints both on the same people, without escape codes', async () => {
    const results = await trained();
    const { code, stdout, stderr } = await against(results, 'none', '--day', '6', '--user', '3', '--plain');
    expect([code, stderr]).toEqual([0, 'playing none on the same 25 users\n']);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/^ tenure compare {2}A q-learning seed-1-[0-9a-f]{8} {2}B none .* day {2}6\/12$/m);
    for (const words of ['the same 25 users and luck', 'users who gained most', 'user 3', 'why, day 6'])
      expect(stdout).toContain(words);
    // Long words are set in pieces.
    const command = `tenure compare ${listRuns(results)[0].file('scenario.yaml')} --policies q-learning,none --seeds 5`;
    expect(stdout.replace(/\s/g, '')).toContain(command.replace(/\s/g, ''));
    expect((await against(results, 'none', '--day', '6', '--user', '3', '--plain')).stdout).toBe(stdout);
  });

  it('says which line of a rule decided, and where it stands, of the rule only', async () => {
    const results = await trained();
    const words = ['--day', '1', '--user', '3'];
    const { stdout } = await against(results, 'reminder', ...words, '--plain');
    const file = listRuns(results)[0].file('scenario.yaml');
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('do: greet')) + 1;
    const [a, b] = stdout.split(' B: why, day 1');
    expect(a).not.toContain('the rule ');
    expect(b.replace(/\s+/g, ' ')).toContain(
      `the rule reminder: no line holds, so none, the first action (scenario.yaml:${line}) line 1`,
    );
    const document = JSON.parse((await against(results, 'reminder', ...words, '--json')).stdout);
    expect(document.a.rule).toBeUndefined();
    expect(document.b.rule).toMatchObject({
      rule: { name: 'reminder', holds: false, lines: [{ when: { text: 'recency >= 3' }, holds: false }] },
      places: [{ file, line }],
      because: { kind: 'rule' },
    });
  });

  it('--json gives differences that are those of tenure compare on the same seed', async () => {
    const results = await trained();
    const { code, stdout } = await against(results, 'none', '--json');
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 'tenure.against/1', against: 'none', day: 12 });
    const words = ['--policies', 'q-learning,none', '--seeds', '1', '--users', '25', '--episodes', '3'];
    const compared = await runMain(
      'compare',
      SMALL_SHOP,
      ...words,
      '--train-users',
      '30',
      '--json',
      '--results',
      results,
    );
    const { differences } = JSON.parse(compared.stdout);
    const of = (metric: string) =>
      differences.find(
        (one: { a: string; metric: string }) => one.a === 'q-learning' && one.metric === metric,
      );
    for (const side of ['mean', 'low', 'high'])
      for (const measure of ['return', 'cost', 'contacts'])
        expect(document.difference[measure].paired[side]).toBeCloseTo(of(measure)[side], 9);
    expect(document.difference.here.paired.mean).toBeCloseTo(100 * of('retention.end').mean, 9);
  });

  it('--json gives both lives of a user, day by day in lists', async () => {
    const { stdout } = await against(await trained(), 'none', '--json', '--day', '6', '--user', '3');
    const { a, b } = JSON.parse(stdout);
    for (const { life, why } of [a, b]) {
      for (const days of ['stages', 'actions', 'rewards']) expect(life[days]).toHaveLength(13);
      expect(why).toMatchObject({ user: 3, day: 6 });
    }
    // As a typed array begins that was not made a list.
    expect(stdout).not.toContain('{"0":');
  });

  it('of a run against itself has no difference', async () => {
    const results = await trained();
    for (const other of ['latest', 'q-learning', listRuns(results)[0].path]) {
      const { parted, difference, gained } = JSON.parse((await against(results, other, '--json')).stdout);
      expect([parted, gained]).toEqual([0, []]);
      expect(difference.return.paired).toEqual({ mean: 0, low: 0, high: 0 });
    }
  });

  it('takes the run of an agent that is there: that of the same seed, else the newest', async () => {
    const results = await trained(
      ['--agent', 'sarsa', '--seed', '2'],
      ['--agent', 'sarsa', '--seed', '1'],
      ['--agent', 'sarsa', '--seed', '3'],
    );
    const run = async (other: string) => JSON.parse((await against(results, other, '--json')).stdout).against;
    expect(await run('sarsa')).toContain('sarsa/seed-1-');
    expect(await run('seed-2')).toContain('sarsa/seed-2-');
  });

  it('leaves out runs of the agent that cannot be read', async () => {
    const results = await trained(['--agent', 'sarsa']);
    const broken = join(results, 'runs', 'other', 'sarsa', 'seed-1-00000000');
    mkdirSync(broken, { recursive: true });
    writeFileSync(join(broken, 'run.json'), 'not a record');
    const { code, stdout, stderr } = await runMain(
      'replay',
      listRuns(results).find(({ path }) => path.includes('q-learning'))?.path ?? '',
      ...['--against', 'sarsa', '--json', '--results', results],
    );
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^playing sarsa seed-1-\w+ on the same 25 users\n$/),
    ]);
    expect(JSON.parse(stdout).against).toContain('small-shop/sarsa/seed-1-');
  });

  it('says which command trains an agent that has no run, and trains nothing', async () => {
    const results = await trained();
    const { code, stdout, stderr } = await against(results, 'sarsa', '--plain');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `tenure: sarsa has no finished run on small-shop in ${results}; train one with: tenure train ${listRuns(results)[0].file('scenario.yaml')} --agent sarsa --seed 1 --results ${results}\n`,
    );
    expect(listRuns(results)).toHaveLength(1);
  });

  it('names the nearest policy where there is none', async () => {
    const { code, stderr } = await against(await trained(), 'nome', '--plain');
    expect(code).toBe(2);
    expect(stderr).toContain('there is no policy or run "nome"; did you mean "none"?');
  });

  it('saves a picture, or a film', async () => {
    const results = await trained();
    const file = join(results, 'both.txt');
    const { code, stdout } = await against(results, 'none', '--save', file, '--rows', '60');
    expect([code, stdout]).toEqual([
      0,
      `saved ${file} (${Math.ceil(readFileSync(file).length / 1000)} kB)\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toContain('users who gained most in A');
    const film = join(results, 'film.svg');
    const save = (...words: string[]) => against(results, 'none', '--save', film, '--every', '2', ...words);
    expect((await save('--day', '1', '--until', '1')).stderr).toContain(
      '--until: expected a day from 2 to 12',
    );
    for (const [words, days] of [
      [
        ['--day', '1'],
        ['1', '3', '5'],
      ],
      [[], ['0', '2', '4', '5']],
    ]) {
      await save('--until', '5', ...words);
      const texts = elementsIn(parseXml(readFileSync(film, 'utf8'))).filter(({ name }) => name === 'text');
      expect(texts.map(textIn).flatMap((text) => /^(?:day )?(\d+)\/12$/.exec(text)?.[1] ?? [])).toEqual(days);
    }
  });

  it('tells two runs of one agent and seed apart by what differs, in text and in pictures', async () => {
    const results = temporaryFolder();
    const words = ['--users', '30', '--held-out', '25', '--results', results];
    await runMain('train', SMALL_SHOP, ...words, '--episodes', '3');
    const [three] = listRuns(results);
    await runMain('train', SMALL_SHOP, ...words, '--episodes', '5');
    const five = listRuns(results).find(({ path }) => path !== three.path)!;
    const both = ['replay', three.path, '--against', five.path, '--results', results];
    const { stdout } = await runMain(...both, '--plain');
    expect(stdout).toMatch(/^ tenure compare {2}A episodes 3, q-learning {2}B episodes 5, q-learning /);
    expect(stdout).not.toContain('--seeds');
    const file = join(results, 'both.svg');
    await runMain(...both, '--save', file, '--columns', '80');
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('<title>A episodes 3, q-learning, B episodes 5, q-learning, day 12</title>');
  });

  it('compares a scenario that comes with the program, under its first rule', async () => {
    const { stdout, stderr } = await runMain('replay', 'coupon-trap', '--against', 'none', '--json');
    expect(stderr).toContain('playing marketer on 2,000 users\n');
    expect(JSON.parse(stdout)).toMatchObject({ run: 'coupon-trap', against: 'none', day: 180 });
  });
});
