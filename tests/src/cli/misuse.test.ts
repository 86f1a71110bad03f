import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AGENTS } from '../../../agents/index.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

afterEach(() => vi.unstubAllEnvs());

/** Misuse: exit code 2, the reason on stderr, nothing on stdout. */
async function expectRefused(words: readonly string[], ...message: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runMain(...words);
  expect(stderr).toBe(`tenure: ${message.join('\n')}\n`);
  expect([code, stdout]).toEqual([2, '']);
}

describe('a command that does not exist', () => {
  it('is refused with the nearest name', async () => {
    await expectRefused(
      ['tran'],
      'there is no command "tran"; did you mean "train"?',
      'tenure --help lists them',
    );
    await expectRefused(
      ['Compare'],
      'there is no command "Compare"; did you mean "compare"?',
      'tenure --help lists them',
    );
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'is refused where every object has something of its name: %s',
    async (name) => {
      const { code, stdout, stderr } = await runMain(name);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`tenure: there is no command "${name}"`);
    },
  );
});

describe('an option that does not exist', () => {
  it.each([
    [['--polices', 'none'], '--polices; did you mean "--policies"?'],
    [['--jsn'], '--jsn; did you mean "--json"?'],
    [['--no-jsn'], '--no-jsn; did you mean "--json"?'],
    [['--ftrwq=1'], '--ftrwq'],
    [['-s', '5'], '-s'],
  ])('is refused with the nearest, whether or not it has a value: %j', async (words, message) => {
    const lines = [`compare has no option ${message}`, 'tenure compare --help lists them'];
    await expectRefused(['compare', 'x', ...words], ...lines);
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty'])(
    'is refused where every object has something of its name: --%s',
    async (name) => {
      const { code, stderr } = await runMain('compare', 'x', `--${name}`, '1');
      expect(code).toBe(2);
      expect(stderr).toContain(`tenure: compare has no option --${name}`);
    },
  );

  it('is refused before a missing argument is, and by the command that is meant without a name', async () => {
    const lines = [
      'quickstart has no option --seds; did you mean "--seeds"?',
      'tenure quickstart --help lists them',
    ];
    await expectRefused(['--seds', '2'], ...lines);
    const { stderr } = await runMain('compare', '--jsn');
    expect(stderr).toContain('compare has no option --jsn');
  });
});

describe('arguments', () => {
  it('are refused where one is missing', async () => {
    await expectRefused(['compare'], 'compare needs <scenario>; see tenure compare --help');
    await expectRefused(['evaluate', '--seeds', '2'], 'evaluate needs <policy>; see tenure evaluate --help');
    await expectRefused(['train'], 'train needs a scenario; tenure scenarios lists them');
  });

  it('are refused where there is one too many', async () => {
    await expectRefused(
      ['check', SMALL_SHOP, 'more'],
      'check has no use for "more"; see tenure check --help',
    );
    await expectRefused(['runs', 'more'], 'runs has no use for "more"; see tenure runs --help');
  });
});

describe('values of options', () => {
  it.each([
    [['--users', 'abc'], '--users: expected a whole number from 2 to 10000000, got "abc"'],
    [
      ['--users', '12345678901234567890'],
      '--users: expected a whole number from 2 to 10000000, got "12345678901234567890"',
    ],
    [['--users', '1'], '--users: expected a whole number from 2 to 10000000, got "1"'],
    [['--users', '5', '--users', '6'], '--users is given 2 times; give it once'],
    [['--users'], '--users needs a value'],
    [['--seed', '--json'], '--seed needs a value'],
    [['--no-seed'], '--seed needs a value'],
    [['--json=maybe'], '--json: expected true or false, got "maybe"'],
    [['--observe', 'all'], '--observe: expected declared or full or history, got "all"'],
    [['--set', 'appeal'], '--set: expected name=number, got "appeal"'],
    [['--set', 'appeal= '], '--set: expected name=number, got "appeal= "'],
    [['--set', 'appeal=Infinity'], '--set: expected name=number, got "appeal=Infinity"'],
    [['--set', '__proto__=1'], '--set: expected name=number, got "__proto__=1"'],
    [['--set', 'appeal=2.5'], 'expected parameter "appeal" to be between 0 and 2, got 2.5'],
    [['--set', 'apeal=1'], 'there is no parameter "apeal"; did you mean "appeal"?'],
    [['--days', '13'], '--days: the horizon of small-shop is 12 days, got 13'],
    [['--policies', 'none', '--against', 'best'], '--against: "best" is not among the policies none'],
    [
      ['--policies', 'none,reminder', '--against', 'remindr'],
      '--against: "remindr" is not among the policies none, reminder; did you mean "reminder"?',
    ],
  ])('%j are refused', async (words, message) => {
    await expectRefused(['compare', SMALL_SHOP, ...words], message);
  });

  it('are refused in the environment and in a file as on the command line', async () => {
    vi.stubEnv('TENURE_SEEDS', 'many');
    await expectRefused(
      ['compare', SMALL_SHOP],
      'TENURE_SEEDS: expected a whole number from 1 to 1000, got "many"',
    );
    vi.unstubAllEnvs();
    const file = join(temporaryFolder(), 'options.yaml');
    writeFileSync(file, 'seeds: 0\n');
    const message = 'seeds in the configuration file: expected a whole number from 1 to 1000, got "0"';
    await expectRefused(['compare', SMALL_SHOP, '--config', file], message);
    vi.stubEnv('TENURE_CONFIG', file);
    await expectRefused(['compare', SMALL_SHOP], message);
  });

  it('are refused where a configuration file is not there', async () => {
    await expectRefused(
      ['compare', SMALL_SHOP, '--config', '/no/such.yaml'],
      '/no/such.yaml: there is no such file or folder',
    );
  });

  it('settings of agents are refused by name and range', async () => {
    const train = ['train', SMALL_SHOP, '--results', temporaryFolder()];
    await expectRefused(
      [...train, '--option', 'discount=1.5'],
      'expected q-learning discount to be between 0 and 1, got 1.5',
    );
    await expectRefused(
      [...train, '--agent', 'q-lerning'],
      'there is no agent "q-lerning"; did you mean "q-learning"?',
    );
    await expectRefused(
      [...train, '--agent', 'ql'],
      'there is no agent "ql"; tenure agents lists those that there are',
    );
    const { stderr } = await runMain(...train, '--option', 'depth=3');
    expect(stderr).toMatch(
      /^tenure: --option: q-learning has no setting "depth"[^\n]*\ntenure agents q-learning lists them/,
    );
  });
});

describe('scenarios', () => {
  it('are refused where there is none of the name, with the nearest', async () => {
    await expectRefused(
      ['check', 'coupon-trp'],
      'there is no scenario "coupon-trp"; did you mean "coupon-trap"?',
    );
    await expectRefused(
      ['scenarios', 'nope'],
      'there is no scenario "nope"; tenure scenarios lists those that there are',
    );
    await expectRefused(['check', 'none/such.yaml'], 'none/such.yaml: there is no such file');
  });

  it('are refused with every mistake, each at its place', async () => {
    const file = join(temporaryFolder(), 'shop.yaml');
    writeFileSync(
      file,
      'title: A shop\nstory: It has mistakes.\nhorizon: 0\nactions: { none: {} }\nreward: { sales: visitt }\nobserve: { day: day }\n',
    );
    const { code, stdout, stderr } = await runMain('check', file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`tenure: ${file}:3:10: `);
    writeFileSync(
      file,
      'title: A shop\nstory: s\nhorizon: 5\nactions: { none: {} }\nreward: { sales: dayy }\nobserve: { day: day }\n',
    );
    const second = await runMain('compare', file, '--json');
    expect([second.code, second.stdout]).toEqual([2, '']);
    expect(second.stderr).toMatch(/^tenure: .*shop\.yaml:5:\d+: .*"dayy".*did you mean "day"\?/);
  });

  it('are refused where the path is a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'shop.yaml'));
    const { code, stdout, stderr } = await runMain('check', join(folder, 'shop.yaml'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('this is not a file');
  });
});

describe('policies and runs', () => {
  it('are refused where there is none of the name, with what there is', async () => {
    const words = ['compare', SMALL_SHOP, '--results', temporaryFolder(), '--policies'];
    const agents = AGENTS.map(({ name }) => name).join(', ');
    const known = `none, random, always:none, always:greet, reminder, ${agents}`;
    await expectRefused(
      [...words, 'remindr'],
      'there is no policy or run "remindr"; did you mean "reminder"?',
      `policies here: ${known}`,
    );
  });

  it('are refused where there is no run yet', async () => {
    const results = temporaryFolder();
    const none = `there are no runs in ${results}; make one with tenure train`;
    await expectRefused(['replay', '--plain', '--results', results], none);
    await expectRefused(['train', '--resume', 'latest', '--results', results], none);
    await expectRefused(['evaluate', 'latest', '--results', results], none);
    await expectRefused(
      ['evaluate', 'none', '--results', results],
      '"none" is not a run; give --scenario to play a policy in',
    );
  });
});

describe('a results folder that cannot be written', () => {
  it('is refused with its path: a file stands in the way', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const words = [
      'train',
      SMALL_SHOP,
      '--users',
      '2',
      '--episodes',
      '1',
      '--results',
      join(file, 'results'),
    ];
    const { code, stdout, stderr } = await runMain(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^tenure: ${file}/results.*: part of this path is not a folder\n$`));
  });
});

describe('--debug', () => {
  it('shows the stack of an error, which is not shown otherwise', async () => {
    const { code, stderr } = await runMain('check', 'coupon-trp', '--debug');
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is no scenario "coupon-trp".*\n\s+at /);
  });
});
