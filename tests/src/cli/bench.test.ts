import { describe, expect, it } from 'vitest';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';

describe('tenure bench', () => {
  it('--json gives the document of the schema tenure.bench/1: these keys and no others', async () => {
    const words = ['--users', '100', '--days', '30', '--seconds', '0', '--json'];
    const { code, stdout, stderr } = await runMain('bench', SMALL_SHOP, ...words);
    expect([code, stderr]).toEqual([0, '']);
    const { results, ...head } = JSON.parse(stdout);
    expect(head).toEqual({ schema: 'tenure.bench/1', scenario: 'small-shop', users: 100, days: 12 });
    expect(results.map((result: object) => Object.keys(result))).toEqual(
      Array(2).fill(['name', 'userDaysPerSecond', 'bytesPerUser', 'activeShare']),
    );
    expect(results.map(({ name }: { name: string }) => name)).toEqual(['step', 'q-learning']);
    for (const { userDaysPerSecond, bytesPerUser, activeShare } of results) {
      expect(userDaysPerSecond).toBeGreaterThan(0);
      expect(bytesPerUser).toBeGreaterThan(10);
      expect(activeShare).toBeGreaterThan(0.3);
      expect(activeShare).toBeLessThan(1);
    }
  });

  it('measures each of the agents that are named, those with networks on the backend that is asked for', async () => {
    const words = ['--users', '20', '--seconds', '0', '--backend', 'cpu', '--json'];
    const { code, stdout, stderr } = await runMain('bench', SMALL_SHOP, '--agents', 'dqn,sarsa', ...words);
    expect([code, stderr]).toEqual([0, 'networks run on cpu\n']);
    const { results } = JSON.parse(stdout);
    expect(results.map(({ name }: { name: string }) => name)).toEqual(['step', 'dqn', 'sarsa']);
    const [, dqn, sarsa] = results;
    expect(Object.keys(sarsa)).not.toContain('backend');
    expect(dqn.backend).toBe('cpu');
    expect(dqn.inferenceUserDaysPerSecond).toBeGreaterThan(0);
    expect(Object.keys(sarsa)).not.toContain('inferenceUserDaysPerSecond');
  });

  it('refuses an agent that there is not, with the nearest name', async () => {
    const { code, stdout, stderr } = await runMain('bench', SMALL_SHOP, '--agents', 'q-learning,dqm');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('tenure: there is no agent "dqm"; did you mean "dqn"?\n');
  });

  it('prints a table for people', async () => {
    const { stdout } = await runMain('bench', SMALL_SHOP, '--users', '50', '--seconds', '0');
    expect(stdout).toContain('small-shop, 50 users × 12 days, one thread, best repetition\n');
    expect(stdout).toMatch(/^q-learning +[\d.]+ million +\d+ +\d+$/m);
    expect(stdout).not.toContain('inference');
  });

  it('prints a column of inference where an agent has networks', async () => {
    const words = ['--agents', 'q-learning,a2c', '--backend', 'simd', '--users', '20', '--seconds', '0'];
    const { stdout } = await runMain('bench', SMALL_SHOP, ...words);
    expect(stdout).toMatch(/^q-learning +[\d.]+ million +– +\d+ +\d+$/m);
    expect(stdout).toMatch(/^a2c \(simd\) +[\d.]+ million +[\d.]+ million +\d+ +\d+$/m);
  });
});
