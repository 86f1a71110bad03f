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
      Array(2).fill(['name', 'userDaysPerSecond', 'bytesPerUser']),
    );
    expect(results.map(({ name }: { name: string }) => name)).toEqual(['step', 'q-learning']);
    for (const { userDaysPerSecond, bytesPerUser } of results) {
      expect(userDaysPerSecond).toBeGreaterThan(0);
      expect(bytesPerUser).toBeGreaterThan(10);
    }
  });

  it('prints a table for people', async () => {
    const { stdout } = await runMain('bench', SMALL_SHOP, '--users', '50', '--seconds', '0');
    expect(stdout).toContain('small-shop, 50 users × 12 days, one thread, best repetition\n');
    expect(stdout).toMatch(/^q-learning +[\d.]+ million +\d+$/m);
  });
});
