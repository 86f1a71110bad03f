import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunFolder } from '../../../src/experiment/runFolder.ts';
import type { RunRecord } from '../../../src/experiment/runRecord.ts';
import { runMain } from '../../support/runMain.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const RESULT = {
  return: { mean: 1.23456, low: 1, high: 2 },
  'retention.end': { mean: 0.5, low: 0.4, high: 0.6 },
};

/** Three runs: the oldest finished, the next in its second episode, the newest broken. */
function threeRuns(): { results: string; runs: readonly RunFolder[] } {
  const results = temporaryFolder();
  const write = (seed: string, status: RunRecord['status'], minute: number) => {
    const { folder, record } = smallTraining(results, { seed });
    folder.write({ ...record, status });
    utimesSync(folder.file('run.json'), 60 * minute, 60 * minute);
    return folder;
  };
  const runs = [
    write('9', { state: 'completed', result: RESULT }, 1),
    write('2', { state: 'unfinished' }, 2),
    write('3', { state: 'unfinished' }, 3),
  ];
  writeFileSync(runs[1].file('metrics.jsonl'), '{"episode":1}\n{"episode":2}\n');
  writeFileSync(runs[2].file('run.json'), '{}');
  return { results, runs };
}

describe('tenure browse without a terminal', () => {
  it('prints runs, newest first, scenarios and lessons', async () => {
    const { results } = threeRuns();
    const { code, stdout, stderr } = await runMain('browse', '--results', results);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\u001b');
    const [runs, scenarios, lessons] = stdout.trimEnd().split('\n\n');
    const cells = runs.split('\n').map((line) => line.split(/ {2,}/));
    const age = expect.stringMatching(/^\d+ days ago$/);
    expect(cells).toEqual([
      ['scenario', 'agent', 'return', 'there %', 'state', 'when', 'seed'],
      ['small-shop', 'q-learning', 'cannot be read: run.json is not a tenure.run/1 record'],
      ['small-shop', 'q-learning', 'at 2/4', age, '2'],
      ['small-shop', 'q-learning', '1.235', '50.0', 'finished', age, '9'],
    ]);
    expect(scenarios).toMatch(/^coupon-trap +business +180 {2}The coupon trap$/m);
    expect(scenarios).toMatch(/^cliff-walking +classic +1000 {2}Cliff walking$/m);
    expect(scenarios).toMatch(/^warm-and-cold +lesson's +200 {2}Warm and cold customers$/m);
    expect(lessons).toMatch(/^2 bandit {2}The bandit +not begun$/m);
  });

  it('--json gives all of it, what cannot be read with its reason', async () => {
    const { results, runs } = threeRuns();
    const { stdout } = await runMain('browse', '--json', '--results', results);
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual(['schema', 'runs', 'scenarios', 'lessons']);
    const [broken, unfinished, finished] = document.runs;
    expect(document.schema).toBe('tenure.browse/1');
    expect(broken).toEqual({
      folder: runs[2].label,
      scenario: 'small-shop',
      agent: 'q-learning',
      state: 'unreadable',
      reason: 'run.json is not a tenure.run/1 record',
    });
    expect(unfinished).toMatchObject({ state: 'unfinished', episode: 2, episodes: 4, result: null });
    expect(finished).toMatchObject({
      folder: runs[0].label,
      state: 'finished',
      episode: 4,
      settings: {
        training: { seed: '9', users: '40', heldOut: '30' },
        scenario: {},
        agent: { stepSize: expect.any(String) },
      },
      result: { return: RESULT.return, stillThere: RESULT['retention.end'] },
    });
    expect(document.scenarios.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['business', 'classic', 'lesson']),
    );
    expect(document.lessons[1]).toMatchObject({ number: 2, name: 'bandit', state: 'not begun', done: false });
  });

  it('says how to make a run where there are none', async () => {
    const results = join(temporaryFolder(), 'none');
    const { code, stdout } = await runMain('browse', '--plain', '--results', results);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(
      `there are no runs in ${results}; make one with: tenure train coupon-trap`,
    );
  });
});

describe('tenure replay of a scenario', () => {
  it('plays it under its first rule', async () => {
    const words = ['replay', 'hidden-taste', '--day', '5', '--plain', '--results', temporaryFolder()];
    const { code, stdout, stderr } = await runMain(...words);
    expect([code, stderr]).toEqual([0, 'hidden-taste: playing popularWeekly on 2,000 users\n']);
    expect(stdout).toMatch(/tenure replay +hidden-taste under popularWeekly +2,000 users +day +5\/60/);
    expect((await runMain(...words)).stdout).toBe(stdout);
  });

  it('plays it with chance where it has no rules', async () => {
    const { stdout } = await runMain(
      'replay',
      'maximisation-bias',
      '--plain',
      '--results',
      temporaryFolder(),
    );
    expect(stdout).toContain('maximisation-bias under random');
  });

  it('--json names the scenario', async () => {
    const { stdout } = await runMain('replay', 'maximisation-bias', '--json', '--results', temporaryFolder());
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'tenure.replay/1',
      run: 'maximisation-bias',
      frame: { day: 2 },
    });
  });
});
