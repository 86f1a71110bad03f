import { describe, expect, it } from 'vitest';
import { runMain } from '../../support/runMain.ts';

const solve = (...words: readonly string[]) => runMain('solve', 'pfeifer-carraway', ...words);

describe('tenure solve --sweep', () => {
  it('prints the optimum along the parameter, and where the policy changes', async () => {
    const { code, stdout } = await solve('--sweep', 'mailing=2:4:1');
    expect(code).toBe(0);
    expect(stdout).toBe(`pfeifer-carraway: rewards of a whole life, γ = 0.833333

mailing    optimum
2        59.904312
3        56.413793
4        53.149425

The optimal policy changes
at mailing = 2.428331
  stage customer, recency 4: market → stop
`);
  });

  it('--json prints one document', async () => {
    const { code, stdout } = await solve('--sweep', 'mailing=9:11:2', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      schema: 'tenure.solve-sweep/1',
      scenario: 'pfeifer-carraway',
      criterion: 'discounted',
      discount: 1 / 1.2,
      parameter: 'mailing',
      points: [
        { value: 9, optimum: expect.closeTo(41.333333, 6) },
        { value: 11, optimum: 40 },
      ],
      changes: [
        {
          value: expect.closeTo(10, 7),
          states: [{ state: 'stage customer, recency 1', below: ['market'], above: ['stop'] }],
        },
      ],
    });
  });

  it('of what the discount hangs on, with other parameters set', async () => {
    const { stdout } = await solve('--sweep', 'interest=0.1:0.2:0.1', '--set', 'mailing=1', '--json');
    const { points, changes } = JSON.parse(stdout);
    const by = async (interest: string) => {
      const words = ['--set', `mailing=1,interest=${interest}`, '--json'];
      return JSON.parse((await solve(...words)).stdout).optimum;
    };
    expect(points.map(({ optimum }: { optimum: number }) => optimum)).toEqual([
      await by('0.1'),
      await by('0.2'),
    ]);
    expect(changes).toEqual([]);
  });

  it('says so where nothing changes', async () => {
    const { stdout } = await solve('--sweep', 'mailing=3:4:1');
    expect(stdout).toMatch(/\nThe optimal policy does not change\.\n$/);
  });

  it.each([
    ['mailing', 'expected parameter=from:to:step with a rising range, got "mailing"'],
    ['mailing=1:12', 'expected parameter=from:to:step'],
    ['mailing=12:1:1', 'expected parameter=from:to:step with a rising range'],
    ['mailing=1:12:0', 'expected parameter=from:to:step with a rising range'],
    ['mailing=1:12:-1', 'expected parameter=from:to:step with a rising range'],
    ['mailing=a:b:c', 'expected parameter=from:to:step with a rising range'],
    ['mailng=1:12:1', 'pfeifer-carraway has no parameter "mailng"; it has margin, mailing, interest'],
    ['mailing=1:12:0.0001', 'expected at most 10000 points, got 110001'],
    ['interest=0:1:0.5', '--sweep: expected interest to stay between 0.001 and 10, got 0 to 1'],
  ])('refuses %s', async (sweep, message) => {
    const { code, stdout, stderr } = await solve('--sweep', sweep);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('refuses what it would ignore', async () => {
    const { code, stderr } = await solve('--sweep', 'mailing=3:4:1', '--policy', 'mostly');
    expect(code).toBe(2);
    expect(stderr).toContain('--policy');
  });
});
