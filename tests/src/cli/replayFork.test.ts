import { describe, expect, it } from 'vitest';
import { listRuns, type RunFolder } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

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
      /--fork: expected day to be a whole number from 1 to 12, got 0/,
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
      /two other futures; give one of them/,
    ],
    [['--fork', 'greet', '--day', '2', '--user', '3', '--save', 'x.svg'], /leave out --fork/],
  ])('refuses %j', async (words, message) => {
    const { replay } = await trained();
    const { code, stdout, stderr } = await replay(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
