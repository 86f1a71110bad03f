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
      'simd',
      'native',
      'wasm',
      'cpu',
      'networks',
      'terminal',
    ]);
    expect(findings.filter(({ ok, needed }) => needed && !ok)).toEqual([]);
    expect(findings.find(({ name }) => name === 'node')?.detail).toContain(process.version);
    expect(existsSync(results)).toBe(false);
  });

  it('says what computes networks, why something does not, and what is used by default', async () => {
    const words = ['doctor', '--results', join(temporaryFolder(), 'results')];
    const { findings } = JSON.parse((await runMain(...words, '--json')).stdout) as { findings: Finding[] };
    const found = (name: string) => findings.find((finding) => finding.name === name)!;
    expect(found('simd')).toEqual({ name: 'simd', ok: true, needed: true, detail: 'built in; works' });
    for (const name of ['wasm', 'cpu']) {
      expect(found(name)).toMatchObject({ ok: true, needed: false });
      expect(found(name).detail).toMatch(/^TensorFlow\.js .*; works$/);
    }
    // Whether the native library is there depends on the machine; nothing fails without it.
    const { ok, needed, detail } = found('native');
    expect(needed).toBe(false);
    expect(detail).toMatch(ok ? /; works$/ : /^optional; the native backend does not load here: ./);
    const [dense, recurrent] = ok ? ['native', 'native'] : ['simd', 'wasm'];
    const chosen = `by default dense ones run on ${dense}, recurrent ones on ${recurrent}; --backend takes another`;
    expect(found('networks')).toEqual({ name: 'networks', ok: true, needed: true, detail: chosen });
    const { code, stdout } = await runMain(...words);
    expect(code).toBe(0);
    expect(stdout).toContain(`${ok ? '✓' : '–'} native       ${detail}\n`);
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
