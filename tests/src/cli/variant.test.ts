import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** A folder with a base, and a variant of it whose people stay for fewer days. */
function folderWithVariant(): { folder: string; base: string; variant: string } {
  const folder = temporaryFolder();
  const [base, variant] = ['base.yaml', 'variant.yaml'].map((name) => join(folder, name));
  copyFileSync(SMALL_SHOP, base);
  writeFileSync(variant, 'extends: base\ntitle: A shorter one\nhorizon: 6\nchecks: []\n');
  return { folder, base, variant };
}

describe('a variant on the command line', () => {
  it('is trained, and replayed without its base', async () => {
    const { folder, base, variant } = folderWithVariant();
    const words = ['--users', '30', '--episodes', '3', '--held-out', '25', '--results', folder];
    expect((await runMain('train', variant, ...words)).code).toBe(0);
    rmSync(base);
    const [run] = listRuns(folder);
    expect(readFileSync(run.file('scenario.yaml'), 'utf8')).toMatch(/^# variant, which extends base/);
    const { code, stdout } = await runMain(
      'replay',
      '--day',
      '5',
      '--user',
      '3',
      '--json',
      '--results',
      folder,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ frame: { day: 5 } });
    expect((await runMain('replay', '--plain', '--day', '7', '--results', folder)).stderr).toContain(
      '0 to 6',
    );
  });

  it('says what it extends', async () => {
    const { variant } = folderWithVariant();
    const { stdout } = await runMain('scenarios', variant);
    expect(stdout).toContain('A shorter one (variant), 6 days');
    expect(stdout).toContain('A variant: variant extends base');
  });

  it('may extend a shipped scenario by its name', async () => {
    const { variant } = folderWithVariant();
    writeFileSync(variant, 'extends: coupon-trap\nhorizon: 9\nchecks: []\n');
    const { code, stdout } = await runMain('scenarios', variant);
    expect([code, stdout.includes('extends coupon-trap')]).toEqual([0, true]);
  });
});
