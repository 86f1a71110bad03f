import { describe } from 'vitest';
import { WITHOUT_PTY } from './pty.ts';

/** Tests that need a pseudo-terminal. Where there is none they are skipped, and their name says why. */
export function describeInTerminal(name: string, tests: () => void): void {
  if (WITHOUT_PTY === undefined) describe(name, tests);
  else describe.skip(`${name} (skipped: ${WITHOUT_PTY})`, tests);
}
