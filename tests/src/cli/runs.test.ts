import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunFolder } from '../../../src/experiment/runFolder.ts';
import type { RunRecord } from '../../../src/experiment/runRecord.ts';
import { runMain } from '../../support/runMain.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Two runs, the older one finished. */
function twoRuns(): { results: string; older: RunFolder; newer: RunFolder } {
  const results = temporaryFolder();
  const interval = { mean: 1.23456, low: 1, high: 2 };
  const write = (seed: string, status: RunRecord['status'], minute: number) => {
    const { folder, record } = smallTraining(results, { seed });
    folder.write({ ...record, status });
    utimesSync(folder.file('run.json'), 60 * minute, 60 * minute);
    return folder;
  };
  const result = { return: interval, 'retention.end': { mean: 0.5, low: 0.4, high: 0.6 } };
  return {
    results,
    newer: write('2', { state: 'unfinished' }, 2),
    older: write('9', { state: 'completed', result }, 1),
  };
}

describe('tenure runs', () => {
  it('lists runs, newest last, with the settings in which they differ', async () => {
    const { results, older, newer } = twoRuns();
    const { code, stdout, stderr } = await runMain('runs', '--results', results);
    expect([code, stderr]).toEqual([0, '']);
    const cells = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(cells).toEqual([
      ['run', 'scenario', 'agent', 'return', 'retention', 'seed'],
      [older.read().id, 'small-shop', 'q-learning', '1.235', '50.0 %', '9'],
      [newer.read().id, 'small-shop', 'q-learning', 'unfinished', '2'],
    ]);
  });

  it('says of a run whose episodes are all done that it is not evaluated', async () => {
    const { results, newer } = twoRuns();
    writeFileSync(newer.file('metrics.jsonl'), '{"episode":3}\n');
    expect((await runMain('runs', '--results', results)).stdout).toContain(' unfinished ');
    writeFileSync(newer.file('metrics.jsonl'), '{"episode":4}\n');
    const { stdout } = await runMain('runs', '--results', results);
    expect(stdout).toContain(' not evaluated ');
    expect(stdout).not.toContain('unfinished');
  });

  it('--json gives their whole records', async () => {
    const { results, older, newer } = twoRuns();
    const { stdout } = await runMain('runs', '--results', results, '--json');
    const listed = [older, newer].map((run) => {
      const { schema: _, ...record } = run.read();
      return { folder: run.label, ...record };
    });
    expect(JSON.parse(stdout)).toEqual({ schema: 'tenure.runs/1', runs: listed });
  });

  it('mentions a run that cannot be read, and lists the others', async () => {
    const { results, older, newer } = twoRuns();
    writeFileSync(older.file('run.json'), '{');
    const { code, stdout, stderr } = await runMain('runs', '--results', results);
    expect(code).toBe(0);
    expect(stderr).toBe(`${older.file('run.json')} is not a tenure.run/1 record\n`);
    expect(stdout).toContain(newer.read().id);
  });

  it('says how to make one where there are none', async () => {
    const results = join(temporaryFolder(), 'none');
    const { code, stdout } = await runMain('runs', '--results', results);
    expect([code, stdout]).toEqual([
      0,
      `there are no runs in ${results}; make one with: tenure train coupon-trap\n`,
    ]);
    expect((await runMain('runs', '--results', results, '--json')).stdout).toBe(
      '{"schema":"tenure.runs/1","runs":[]}\n',
    );
  });
});
