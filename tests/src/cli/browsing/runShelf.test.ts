import { utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listedRuns } from '../../../../src/cli/browsing/runShelf.ts';
import { smallTraining } from '../../../support/smallTraining.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

/** Runs with these seeds, each a minute newer than the one before. */
function runsOf(results: string, seeds: readonly string[]) {
  return seeds.map((seed, minute) => {
    const { folder, record } = smallTraining(results, { seed });
    folder.write(record);
    utimesSync(folder.file('run.json'), 60 * minute, 60 * minute);
    return folder;
  });
}

describe('listedRuns()', () => {
  it('lists runs newest first, by what their folders are called', () => {
    const results = temporaryFolder();
    const folders = runsOf(results, ['2', '3', '1']);
    const runs = listedRuns(results);
    expect(runs.map(({ key }) => key)).toEqual(folders.map(({ label }) => label).reverse());
    expect(runs[0]).toMatchObject({ scenario: 'small-shop', agent: 'q-learning', modified: 120_000 });
  });

  it('reads a record when it is asked for, and once', () => {
    const results = temporaryFolder();
    const [folder] = runsOf(results, ['1']);
    const [run] = listedRuns(results);
    expect(run.known).toBeUndefined();
    writeFileSync(folder.file('run.json'), '{}');
    expect(run.read()).toEqual({ reason: 'run.json is not a tenure.run/1 record' });
    folder.write(smallTraining(results).record);
    expect(run.read()).toBe(run.known);
    expect(run.known).toHaveProperty('reason');
  });

  it('says what is wrong with a record in few words, without the folder', () => {
    const results = temporaryFolder();
    const [folder] = runsOf(results, ['1']);
    const [run] = listedRuns(results);
    writeFileSync(folder.file('run.json'), ' '.repeat(1024 * 1024 + 1));
    expect(run.read()).toEqual({ reason: 'run.json is too large for a run record' });
  });

  it('is empty where there is no folder', () => {
    expect(listedRuns('/nowhere/at/all')).toEqual([]);
  });
});
