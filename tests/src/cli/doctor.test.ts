import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain } from '../../support/runMain.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly needed: boolean;
  readonly detail: string;
}

describe('tenure doctor', () => {
  it('--json gives what it found, and leaves nothing behind', async () => {
    const results = join(temporaryFolder(), 'results');
    const { code, stdout, stderr } = await runMain('doctor', '--results', results, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { schema, findings } = JSON.parse(stdout) as { schema: string; findings: Finding[] };
    expect(schema).toBe('tenure.doctor/1');
    expect(findings.map(({ name }) => name)).toEqual([
      'tenure',
      'node',
      'machine',
      'scenarios',
      'results',
      'tensors',
      'terminal',
    ]);
    expect(findings.filter(({ ok, needed }) => needed && !ok)).toEqual([]);
    expect(findings.find(({ name }) => name === 'node')?.detail).toContain(process.version);
    expect(existsSync(results)).toBe(false);
  });

  it('exits 1 where the results folder cannot be written, and says what to do', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, stdout } = await runMain('doctor', '--results', join(file, 'results'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ results .*cannot be written: .*; choose another with --results$/m);
    expect(stdout).toMatch(/^✓ node /m);
  });
});
