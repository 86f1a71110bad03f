import { afterEach, describe, expect, it, vi } from 'vitest';
import { bareCommand } from '../../../src/cli/bareCommand.ts';
import { smallTraining } from '../../support/smallTraining.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const TTY = { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY };

function terminal(stdin: boolean, stdout: boolean): void {
  Object.defineProperty(process.stdin, 'isTTY', { value: stdin, configurable: true, writable: true });
  Object.defineProperty(process.stdout, 'isTTY', { value: stdout, configurable: true, writable: true });
}

afterEach(() => {
  terminal(TTY.stdin, TTY.stdout);
  vi.unstubAllEnvs();
});

/** A results folder with a run in it, which the environment names. */
function withRun(): void {
  const results = temporaryFolder();
  const { folder, record } = smallTraining(results);
  folder.write(record);
  vi.stubEnv('TENURE_RESULTS', results);
}

describe('bareCommand()', () => {
  it('is browse at a terminal where there are runs', async () => {
    withRun();
    terminal(true, true);
    expect(await bareCommand([])).toBe('browse');
  });

  it.each([
    [true, false],
    [false, true],
    [false, false],
  ])('is quickstart where input or output is no terminal: %s %s', async (stdin, stdout) => {
    withRun();
    terminal(stdin, stdout);
    expect(await bareCommand([])).toBe('quickstart');
  });

  it('is quickstart without runs, with options, and with a configuration file, which has those of one command', async () => {
    terminal(true, true);
    vi.stubEnv('TENURE_RESULTS', temporaryFolder());
    expect(await bareCommand([])).toBe('quickstart');
    withRun();
    expect(await bareCommand(['--seeds', '2'])).toBe('quickstart');
    vi.stubEnv('TENURE_CONFIG', 'tenure.yaml');
    expect(await bareCommand([])).toBe('quickstart');
  });
});
