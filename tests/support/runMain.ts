import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** What a command line gave. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with its words kept from the terminal. */
export async function runMain(...words: readonly string[]): Promise<Ended> {
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const textOf = (spy: typeof stdout) => spy.mock.calls.map(([chunk]) => String(chunk)).join('');
  try {
    const code = await main(words);
    return { code, stdout: textOf(stdout), stderr: textOf(stderr) };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
