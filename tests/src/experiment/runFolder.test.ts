import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns, RunError, RunFolder } from '../../../src/experiment/runFolder.ts';
import type { RunRecord } from '../../../src/experiment/runRecord.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const interval = { mean: 1, low: 0.5, high: 1.5 };
const { record: unfinished } = smallTraining('unused');
const completed: RunRecord = {
  ...unfinished,
  status: { state: 'completed', result: { return: interval, 'retention.end': interval, visits: interval } },
};

/** A run folder whose record is this text. */
function folderWith(text: string): RunFolder {
  const folder = new RunFolder(join(temporaryFolder(), 'run'));
  mkdirSync(folder.path);
  writeFileSync(folder.file('run.json'), text);
  return folder;
}

describe('RunFolder', () => {
  it('of() puts a configuration under its scenario, agent and id', () => {
    const { configuration, id } = unfinished;
    expect(RunFolder.of('results', configuration).path).toBe(join('results/runs/small-shop/q-learning', id));
  });

  it.each([
    ['unfinished', unfinished],
    ['completed', completed],
  ] as const)('read() gives what write() wrote: %s', (_, record) => {
    const folder = new RunFolder(join(temporaryFolder(), 'run'));
    expect(folder.exists).toBe(false);
    folder.write(record);
    expect(folder.exists).toBe(true);
    expect(folder.read()).toEqual(record);
  });

  it('read() says where there is no run', () => {
    const folder = new RunFolder(temporaryFolder());
    expect(() => folder.read()).toThrow(new RunError(`${folder.label} is not a run: it has no run.json`));
  });

  it.each([
    ['nothing', ''],
    ['half of it', JSON.stringify(completed).slice(0, -20)],
    ['null', 'null'],
    ['a list', '[]'],
    ['another schema', JSON.stringify({ ...completed, schema: 'tenure.run/2' })],
    [
      'no agent',
      JSON.stringify({ ...completed, configuration: { ...completed.configuration, agent: undefined } }),
    ],
    ['a setting that is a text', JSON.stringify(completed).replace(/"discount":([\d.]+)/, '"discount":"$1"')],
    ['users that are none', JSON.stringify(completed).replace('"users":40', '"users":0')],
    [
      'a result without a return',
      JSON.stringify({ ...completed, status: { state: 'completed', result: {} } }),
    ],
    ['a name that moves the cursor', JSON.stringify(completed).replace('"q-learning"', '"\\u001b[2J"')],
    ['a name that is a path', JSON.stringify(completed).replace('"small-shop"', '"../../etc"')],
    ['a state that is none', JSON.stringify({ ...completed, status: { state: 'lost' } })],
  ])('read() refuses a record with %s, naming the file', (_, text) => {
    expect(text).not.toBe(JSON.stringify(completed));
    const folder = folderWith(text);
    expect(() => folder.read()).toThrow(
      new RunError(`${folder.file('run.json')} is not a tenure.run/1 record`),
    );
  });

  it('read() refuses a record larger than a megabyte without parsing it', () => {
    const folder = folderWith(`${JSON.stringify(completed)}${' '.repeat(1 << 20)}`);
    expect(() => folder.read()).toThrow(
      new RunError(`${folder.file('run.json')} is too large for a run record`),
    );
  });

  it('label is short below the working folder, and a full path elsewhere', () => {
    expect(new RunFolder('results/runs/a/b/c').label).toBe('results/runs/a/b/c');
    expect(new RunFolder('.').label).toBe('.');
    const elsewhere = temporaryFolder();
    expect(new RunFolder(elsewhere).label).toBe(elsewhere);
  });
});

describe('listRuns(root)', () => {
  it('finds the runs three folders down, by path, and nothing else', () => {
    const root = temporaryFolder();
    const at = (path: string) => new RunFolder(join(root, 'runs', path));
    for (const path of ['shop/sarsa/seed-2', 'shop/q-learning/seed-1', 'app/sarsa/seed-1'])
      at(path).write(completed);
    mkdirSync(join(root, 'runs/shop/sarsa/empty'));
    writeFileSync(join(root, 'runs/shop/file'), '');
    at('too/deep/for/a-run').write(completed);
    expect(listRuns(root).map(({ path }) => path)).toEqual(
      ['app/sarsa/seed-1', 'shop/q-learning/seed-1', 'shop/sarsa/seed-2'].map((path) => at(path).path),
    );
  });

  it('finds none where there is no folder', () => {
    expect(listRuns(join(temporaryFolder(), 'none'))).toEqual([]);
  });
});
