import { describe, expect, it } from 'vitest';
import { classicScenarios, lessonScenarios, shippedScenarios } from '../../../src/cli/scenarioFiles.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';

describe('tenure scenarios', () => {
  it('lists every scenario that comes with the program', async () => {
    const { code, stdout, stderr } = await runMain('scenarios');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    const names = [...shippedScenarios(), ...classicScenarios(), ...lessonScenarios()];
    for (const name of names) expect(lines.some((line) => line.startsWith(`${name}  `))).toBe(true);
    const { scenarios } = JSON.parse((await runMain('scenarios', '--json')).stdout);
    expect(scenarios.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it('tells one: story, stages, actions, what agents see, formulas, rules', async () => {
    const { code, stdout } = await runMain('scenarios', SMALL_SHOP);
    expect(code).toBe(0);
    for (const text of [
      'A small shop (small-shop), 12 days',
      'quick to play',
      'present → gone: 0.02 +',
      'gone: left for good',
      'appeal = 1.2, 0 to 2  – how strongly a greeting brings people back',
      'recency = recency (bins from 1, 3)',
      'visit = bernoulli(',
      'waiting = recency (last over days)  – days since the last visit',
      'reminder: greets who has been away for three days',
    ])
      expect(stdout).toContain(text);
    expect(stdout).toMatch(/greet +interaction +0\.0625 +1/);
  });

  it('--json of one gives formulas as text', async () => {
    const { stdout } = await runMain('scenarios', SMALL_SHOP, '--json');
    const { schema, day } = JSON.parse(stdout);
    expect(schema).toBe('tenure.scenario/1');
    expect(day.find(({ name }: { name: string }) => name === 'recency').formula).toBe(
      'visit ? 0 : recency + 1',
    );
  });
});
