import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const INVENTORY = join(import.meta.dirname, '..', '..', 'known-answers', 'inventory.yaml');

/** Misuse: exit code 2, the reason on stderr, nothing on stdout. */
async function expectRefused(words: readonly string[], message: string | RegExp): Promise<void> {
  const { code, stdout, stderr } = await runMain('solve', ...words);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^tenure: /);
  expect([code, stdout]).toEqual([2, '']);
}

async function json(...words: string[]) {
  const { code, stdout, stderr } = await runMain('solve', ...words, '--json');
  expect([code, stderr], stderr).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('tenure solve', () => {
  it('prints the optimum, what rules are worth, and the policy by stage', async () => {
    const { code, stdout, stderr } = await runMain('solve', 'pfeifer-carraway');
    expect([code, stderr]).toEqual([0, '']);
    expect(
      stdout,
    ).toBe(`pfeifer-carraway: rewards of a whole life, γ = 0.833333; 4 states, 2 actions, 7 transitions

policy            value at entry     regret  % of optimum
optimal                53.149425   0.000000        100.00
optimal-observed       53.149425   0.000000        100.00
untilThree             53.149425   0.000000        100.00
mostly                 48.093049   5.056376         90.49
random                 44.025744   9.123681         82.83
none                   40.000000  13.149425         75.26

customer  recency      value  best
                1  53.149425  market
                2   6.620690  market
                3   2.643678  market
                4   0.000000  stop
`);
  });

  it('--json prints one document', async () => {
    const document = await json('pfeifer-carraway', '--policy', 'mostly,always:market');
    expect(Object.keys(document).slice(0, 3)).toEqual(['schema', 'scenario', 'criterion']);
    expect(document).toMatchObject({
      schema: 'tenure.solve/1',
      scenario: 'pfeifer-carraway',
      criterion: 'discounted',
      optimum: expect.closeTo(53.149425, 6),
      policies: [
        { name: 'mostly', value: expect.closeTo(48.093049, 6) },
        { name: 'always:market', value: expect.closeTo(52.319609, 6) },
      ],
    });
    const expected = [53.149425, 6.62069, 2.643678, 0].map((value, k) => ({
      state: { stage: 'customer', recency: k + 1 },
      value: expect.closeTo(value, 6),
      actions: [k < 3 ? 'market' : 'stop'],
    }));
    expect(document.states).toEqual([...expected, { state: { stage: 'former' }, value: 0, actions: [] }]);
  });

  it('says what is not worth a number, and that chance is needed', async () => {
    const { stdout } = await runMain('solve', 'short-corridor');
    expect(stdout).toMatch(/\noptimal-observed +-11\.656854 +8\.656854 +–\n/);
    expect(stdout).toMatch(/\nnone +-∞ +∞ +–\n/);
    expect(stdout).toMatch(/\n {2}everyone: left 0\.41421\d, right 0\.58578\d\n/);
    const document = await json('short-corridor');
    expect(document.policies[0]).toMatchObject({ name: 'none', value: null });
    expect(document.observed).toMatchObject({ deterministic: null, proven: false });
  });

  it('--set and --policy: other parameters, these policies, the best first', async () => {
    const words = ['--set', 'mailing=6', '--policy', 'none', '--policy', 'untilThree'];
    const { stdout } = await runMain('solve', 'pfeifer-carraway', ...words);
    const rows = stdout
      .split('\n')
      .slice(3, 7)
      .map((line) => line.split(/ +/)[0]);
    expect(rows).toEqual(['optimal', 'optimal-observed', 'untilThree', 'none']);
    expect(stdout).toMatch(/\n +3 +\d\.\d{6} +stop\n/);
  });

  it('--policy trains an agent and says what it came to', async () => {
    const results = temporaryFolder();
    const document = JSON.parse(
      (await runMain('solve', INVENTORY, '--policy', 'q-learning', '--results', results, '--json')).stdout,
    );
    const [{ name, value }] = document.policies;
    expect(name).toBe('q-learning');
    expect(value).toBeGreaterThan(2);
    expect(value).toBeLessThanOrEqual(document.optimum);
  });
});

describe('what is maximised', () => {
  it('is the objective of the scenario, or what the options say', async () => {
    const criteria = async (...words: string[]) => {
      const { criterion, discount, days } = await json('toymaker', ...words);
      return [criterion, discount, days];
    };
    expect(await criteria()).toEqual(['average', 1, undefined]);
    expect(await criteria('--discount', '0.9')).toEqual(['discounted', 0.9, undefined]);
    expect(await criteria('--horizon', '3')).toEqual(['horizon', 1, 3]);
    expect(await criteria('--horizon', '3', '--discount', '0.9')).toEqual(['horizon', 0.9, 3]);
    expect(await criteria('--criterion', 'horizon')).toEqual(['horizon', 1, 100]);
    const { optimum } = await json('toymaker', '--discount', '0.9');
    expect(optimum).toBeCloseTo(22.197802, 6);
  });

  it.each([
    [['--criterion', 'discounted', '--discount', '1'], '--criterion discounted needs a --discount below 1'],
    [['--criterion', 'discounted'], '--criterion discounted needs a --discount below 1'],
    [['--criterion', 'total', '--discount', '0.9'], '--criterion total goes without a discount, got 0.9'],
    [['--criterion', 'average', '--discount', '0.9'], '--criterion average goes without a discount, got 0.9'],
    [['--criterion', 'best'], '--criterion: expected horizon or discounted or total or average, got "best"'],
    [['--horizon', '0'], '--horizon: expected a whole number from 1 to 100000, got "0"'],
    [['--discount', '0'], '--discount: expected a number from 1e-9 to 1, got "0"'],
    [['--discount', '1.5'], '--discount: expected a number from 1e-9 to 1, got "1.5"'],
    [['--criterion', 'discounted', '--discount', '0.9', '--horizon', '5'], '--horizon'],
    [['--criterion', 'average', '--horizon', '5'], '--horizon'],
    [
      ['--criterion', 'total'],
      /toymaker: the rewards of some lives add up without end; use a discount below 1/,
    ],
  ])('contradictions are refused: %j', async (words, message) => {
    await expectRefused(['toymaker', ...words], message);
  });
});

describe('what cannot be solved', () => {
  it('is refused with every reason', async () => {
    await expectRefused([SMALL_SHOP], /^tenure: small-shop is not a finite decision process:\n( {2}.*\n)+$/);
    await expectRefused([SMALL_SHOP, '--json'], 'is not a finite decision process');
    await expectRefused([], 'solve needs <scenario>');
    await expectRefused(['pfeifer-caraway'], 'did you mean "pfeifer-carraway"?');
    await expectRefused(['toymaker', '--policy', 'whenInn'], 'did you mean "whenIn"?');
  });

  it('is refused where it comes to what the file does not declare, or where days are counted', async () => {
    const file = join(temporaryFolder(), 'counter.yaml');
    const text = (day: string) =>
      `title: t\nstory: s\nhorizon: 5\nstate: { age: { value: 0, range: [0, 3] } }\nactions: { none: {} }\nday: { age: ${day} }\nreward: { r: day }\nobserve: {}\n`;
    writeFileSync(file, text('age + 1'));
    await expectRefused([file], 'age became 4, which is outside its declared domain from 0 to 3; use clamp');
    writeFileSync(file, text('0'));
    await expectRefused([file, '--discount', '0.9'], 'only the criterion horizon is solved');
  });
});
