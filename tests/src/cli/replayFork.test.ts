import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns, type RunFolder } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { elementsIn, parseXml, textIn } from '../../support/xml.ts';

async function trained(): Promise<{
  run: RunFolder;
  replay: (...words: string[]) => ReturnType<typeof runMain>;
}> {
  const results = temporaryFolder();
  const words = ['--users', '30', '--episodes', '3', '--held-out', '25', '--results', results];
  await runMain('train', SMALL_SHOP, ...words);
  const replay = (...more: string[]) => runMain('replay', 'latest', '--results', results, ...more);
  return { run: listRuns(results)[0], replay };
}

describe('tenure replay --fork --plain', () => {
  it('prints both lives of a user, one above the other, and what came of it', async () => {
    const { replay } = await trained();
    const words = ['--day', '2', '--user', '3', '--fork', 'none', '--fork-days', 'all', '--plain'];
    const { code, stdout, stderr } = await replay(...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('fork: nothing for user 3 from day 2 on');
    const order = ['A the fork', 'B what happened', 'with the same luck: ', 'with other lucks: of 400 '];
    const places = order.map((text) => stdout.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(stdout.match(/^ (stage|action|reward) /gm)).toHaveLength(6);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    expect((await replay(...words)).stdout).toBe(stdout);
  });

  it('compares everyone where many are given it, beside a user who is looked at', async () => {
    const { replay } = await trained();
    const words = ['--day', '2', '--fork', 'greet', '--fork-who', 'stage:present', '--fork-days', '3'];
    const { stdout } = await replay(...words);
    expect(stdout).toContain('greet for everyone in present on days 2 to 4');
    expect(stdout).toContain('still here of 25 users');
    expect(stdout).not.toContain('user 3');
    const { stdout: both } = await replay(...words, '--user', '3');
    expect(both).toContain('user 3');
    expect(both).toContain('still here of 25 users');
  });
});

describe('tenure replay --fork --json', () => {
  it('gives a program the fork, what came of it and the odds', async () => {
    const { run, replay } = await trained();
    const { stdout } = await replay('--day', '2', '--user', '3', '--fork', 'greet', '--json');
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      schema: 'tenure.fork/1',
      run: run.label,
      title: 'greet for user 3 on day 2',
      day: 2,
      days: 1,
      who: { kind: 'user', user: 3 },
      action: 'greet',
      decided: 'policy',
      tally: { forced: 1, unavailable: 0 },
      user: { user: 3, fromDay: 2, until: 12 },
      odds: { kind: 'odds', lives: 400, asked: 1 },
      lives: { fork: { user: 3 }, recorded: { user: 3 } },
    });
    expect(document).not.toHaveProperty('people');
    for (const life of Object.values<Record<string, unknown>>(document.lives))
      for (const days of ['stages', 'actions', 'rewards']) expect(life[days]).toHaveLength(13);
    expect(stdout).not.toContain('{"0":');
  });

  it('tells of everyone where many are given it', async () => {
    const { replay } = await trained();
    const words = ['--day', '2', '--fork', 'none', '--fork-who', 'everyone', '--fork-days', 'all', '--json'];
    const document = JSON.parse((await replay(...words)).stdout);
    expect(document).toMatchObject({ days: 'all', who: { kind: 'everyone' }, people: { until: 12 } });
    expect(document).not.toHaveProperty('odds');
  });
});

describe('tenure replay --fork --filter', () => {
  const fork = ['--day', '4', '--fork', 'none', '--fork-who', 'everyone', '--fork-days', 'all'];

  it('counts the differences among those for whom it holds that morning, and says so', async () => {
    const { replay } = await trained();
    const words = [...fork, '--filter', 'stage:present'];
    const frame = JSON.parse(
      (await replay('--day', '3', '--filter', 'stage:present', '--json')).stdout,
    ).frame;
    const document = JSON.parse((await replay(...words, '--json')).stdout);
    const { among, people } = document;
    expect(among).toEqual({ filter: 'stage:present', day: 4, users: among.users, of: 25 });
    expect(among.users).toBe(frame.counts[0]);
    const everyone = JSON.parse((await replay(...fork, '--json')).stdout).people;
    expect(people.here).toEqual(everyone.here);
    const scale = among.users / 25;
    const { here } = people.difference;
    expect(here.paired.mean * scale).toBeCloseTo(everyone.difference.here.paired.mean, 9);
    const { code, stdout, stderr } = await replay(...words, '--plain');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      `counted: ${among.users} of 25 users, those with stage:present on the morning of day 4 in what was recorded`,
    );
    expect(stdout).toContain(`nothing for everyone from day 4 on, among ${among.users} of 25: stage:present`);
    expect(stdout).toContain(`still here of ${among.users} users`);
  });

  it.each([
    ['stage:presnt', /--filter: there is no stage "presnt"; did you mean "present"\?/],
    [
      'tenure>99',
      /--filter: "tenure>99" holds for none of the 25 users from the start on the morning of day 4/,
    ],
  ])('refuses %j', async (filter, message) => {
    const { replay } = await trained();
    const { code, stdout, stderr } = await replay(...fork, '--filter', filter);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('refuses to count among many what touches one', async () => {
    const { replay } = await trained();
    const words = ['--day', '2', '--user', '3', '--fork', 'greet', '--filter', 'stage:present'];
    const { code, stderr } = await replay(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/changes no other life, .*; give the action to a stage or to everyone/);
  });
});

describe('tenure replay --fork --save', () => {
  const user = ['--day', '2', '--user', '3', '--fork', 'none', '--fork-days', 'all'];
  const many = ['--day', '2', '--fork', 'none', '--fork-who', 'everyone', '--fork-days', 'all'];

  it('writes both lives of a user as a picture, the same bytes every time', async () => {
    const { run, replay } = await trained();
    const file = join(run.path, 'fork.svg');
    const { code, stdout, stderr } = await replay(...user, '--save', file);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^saved .*fork\.svg \(\d+ kB\)\n$/);
    const svg = readFileSync(file, 'utf8');
    const [, title, description] = elementsIn(parseXml(svg));
    expect(textIn(title)).toBe('A the fork, B what happened, day 2');
    for (const words of [
      'nothing for user 3 from day 2 on',
      'with the same luck: ',
      'A the fork',
      'day  2/12',
    ])
      expect(textIn(description)).toContain(words);
    await replay(...user, '--save', file);
    expect(readFileSync(file, 'utf8')).toBe(svg);
  });

  it('writes everyone on the last day, as the text tells of them, counted as asked', async () => {
    const { run, replay } = await trained();
    const file = join(run.path, 'fork.txt');
    await replay(...many, '--filter', 'stage:present', '--save', file, '--columns', '120', '--rows', '40');
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines).toHaveLength(40);
    expect(lines[0]).toMatch(/day 12\/12$/);
    expect(lines[1]).toMatch(/nothing for everyone from day 2 on, among \d+ of 25: stage:present/);
    expect(lines.join('\n')).toContain('evening of day 12: A the fork');
  });

  it.each([
    ['a user', user],
    ['everyone', many],
  ])('makes a film from the day of the fork on, of %s', async (_, fork) => {
    const { run, replay } = await trained();
    const file = join(run.path, 'film.svg');
    const { stdout } = await replay(...fork, '--save', file, '--until', '9', '--every', '3', '--json');
    const svg = readFileSync(file, 'utf8');
    expect(JSON.parse(stdout)).toEqual({ schema: 'tenure.picture/1', file, bytes: Buffer.byteLength(svg) });
    const elements = elementsIn(parseXml(svg));
    expect(textIn(elements[1])).toBe('A the fork, B what happened, days 2 to 9');
    const texts = elements.filter(({ name }) => name === 'text').map(textIn);
    expect(texts.flatMap((text) => /^(?:day )?(\d+)\/12$/.exec(text)?.[1] ?? [])).toEqual([
      '2',
      '5',
      '8',
      '9',
    ]);
  });

  it('refuses a film that ends before the fork', async () => {
    const { run, replay } = await trained();
    const file = join(run.path, 'film.svg');
    const { code, stderr } = await replay(...user, '--save', file, '--until', '2');
    expect([code, stderr]).toEqual([2, 'tenure: --until: expected a day from 3 to 12, got 2\n']);
    expect(existsSync(file)).toBe(false);
  });
});

describe('tenure replay --fork', () => {
  it.each([
    [
      ['--fork', 'gret', '--day', '2', '--user', '3'],
      /--fork: there is no action "gret"; did you mean "greet"\?/,
    ],
    [['--fork', 'greet', '--user', '3'], /--fork needs --day, the first day on which it is given/],
    [
      ['--fork', 'greet', '--day', '2'],
      /--fork needs --user, who is given the action, or --fork-who stage:NAME/,
    ],
    [
      ['--fork', 'greet', '--day', '0', '--user', '3'],
      /--day: expected 1 to 12 with --fork, as nothing is decided before day 1, got 0/,
    ],
    [['--fork-days', '2'], /--fork-days needs --fork, the action to give/],
    [
      ['--fork', 'greet', '--day', '2', '--user', '3', '--fork-days', '0'],
      /--fork-days: expected a whole number of at least 1, or all, got "0"/,
    ],
    [
      ['--fork', 'greet', '--day', '2', '--fork-who', 'nobody'],
      /--fork-who: expected user, everyone or stage:NAME, got "nobody"/,
    ],
    [
      ['--fork', 'greet', '--day', '2', '--fork-who', 'stage:presnt'],
      /--fork-who: there is no stage "presnt"; did you mean "present"\?/,
    ],
    [
      ['--fork', 'greet', '--day', '2', '--user', '3', '--against', 'none'],
      /two other futures, .*; give --fork greet in one command and --against none in another, or replay a run of/,
    ],
    [
      ['--fork', 'greet', '--day', '2', '--user', '3', '--save', 'x.json'],
      /--save: expected a file that ends in \.svg or \.txt, got "x\.json"; --json prints the data/,
    ],
  ])('refuses %j', async (words, message) => {
    const { replay } = await trained();
    const { code, stdout, stderr } = await replay(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
