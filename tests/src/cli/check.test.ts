import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** The small shop with a check that cannot hold. */
function failingShop(): string {
  const file = join(temporaryFolder(), 'failing.yaml');
  const check =
    '  - { policy: none, metric: visits, between: [12.5, 13], source: "there are twelve days" }\n';
  writeFileSync(file, `${readFileSync(SMALL_SHOP, 'utf8')}${check}`);
  return file;
}

describe('tenure check', () => {
  it('tells what the file holds and which of its checks hold', async () => {
    const { code, stdout, stderr } = await runMain('check', SMALL_SHOP);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe(`${SMALL_SHOP}: valid; 2 stages, 2 actions, 6 observed states`);
    expect(lines[1]).toMatch(/^✓ retention by day 12 under none: 0\.\d{4}, expected 0\.6 to 0\.95$/);
    expect(lines[2]).toMatch(
      /^✓ contacts by day 12 under reminder minus none: \d\.\d{3}, expected 0\.5 to 12$/,
    );
    expect(lines[3]).toBe('2 of 2 checks hold');
  });

  it('exits 1 where a check fails, and says which', async () => {
    const { code, stdout } = await runMain('check', failingShop());
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /✗ visits by day 12 under none: [\d.]+, expected 12\.5 to 13 {2}\(there are twelve days\)/,
    );
    expect(stdout).toContain('2 of 3 checks hold');
  });

  it('--json prints one document with every check', async () => {
    const { code, stdout } = await runMain('check', failingShop(), '--json');
    expect(code).toBe(1);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 'tenure.check/1', scenario: 'failing', valid: true });
    expect(document.checks.map(({ passed }: { passed: boolean }) => passed)).toEqual([true, true, false]);
  });

  it('plays with the parameters that --set gives', async () => {
    const { stdout } = await runMain('check', SMALL_SHOP, '--set', 'appeal=0,patience=0');
    const other = await runMain('check', SMALL_SHOP);
    expect(stdout).not.toBe(other.stdout);
  });
});
