import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../../src/experiment/runFolder.ts';
import { PROGRAM, run, start } from '../../../support/program.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const QUICK = ['--users', '20', '--episodes', '2', '--held-out', '10'];

describe('the built program', () => {
  it('--help goes to stdout and exits 0', async () => {
    const { code, stdout, stderr } = await run(temporaryFolder(), '--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^tenure <command> \[options\]\n/);
    expect(stdout).toContain('tenure quickstart');
  });

  it('finds the scenarios that come with it from any folder', async () => {
    const { code, stdout } = await run(temporaryFolder(), 'scenarios', 'coupon-trap');
    expect(code).toBe(0);
    expect(stdout).toContain('(coupon-trap)');
  });

  it('knows its version, and where it can, its commit', async () => {
    const { stdout } = await run(temporaryFolder(), '--version');
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('exits 2 with a reason on stderr, and nothing on stdout, for what makes no sense', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'broken.yaml'), 'title: [\n');
    const { code, stdout, stderr } = await run(folder, 'check', 'broken.yaml');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^tenure: broken\.yaml:\d+:\d+: /);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a reader that goes away', () => {
  it('head -1 gets its line, and nobody a stack', async () => {
    const command = `set -o pipefail; "${process.execPath}" "${PROGRAM}" scenarios | head -1`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command]);
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
    expect(stdout).toContain('broken-trust');
  });

  it('ends the program quietly where it is gone before the first word', async () => {
    const { child, ended } = start(temporaryFolder(), ['--help']);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([0, '']);
  });

  it('does not end a training whose remarks nobody reads', async () => {
    const folder = temporaryFolder();
    const { child, ended } = start(folder, ['train', SMALL_SHOP, ...QUICK]);
    child.stderr?.destroy();
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toContain('trained q-learning');
    expect(listRuns(join(folder, 'results')).map((folder) => folder.read().status.state)).toEqual([
      'completed',
    ]);
  });
});

describe('threads', () => {
  it('hand on what went wrong in one of them, naming the file, and end the program with code 2', async () => {
    const folder = temporaryFolder();
    const words = [
      'compare',
      SMALL_SHOP,
      '--train-users',
      '20',
      '--episodes',
      '2',
      '--seeds',
      '2',
      '--users',
      '10',
    ];
    expect((await run(folder, ...words)).code).toBe(0);
    const [spoilt] = listRuns(join(folder, 'results'));
    spoilt.write({ ...spoilt.read(), status: { state: 'unfinished' } });
    writeFileSync(spoilt.checkpoint, 'spoilt');
    const { code, stdout, stderr } = await run(folder, ...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/checkpoint\/agent\.bin: this is not a snapshot file\n$/);
  });
});
