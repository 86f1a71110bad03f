import { defineConfig } from 'vitest/config';

/** The built program in pseudo-terminals: a process for every session, so it takes longer than the tests of parts. */
export default defineConfig({
  test: {
    name: 'terminal',
    include: ['tests/terminal/**/*.test.ts'],
    globalSetup: ['tests/support/buildProgram.ts', 'tests/terminal/trainedRun.ts'],
    // They wait more than they compute.
    maxWorkers: 3,
    // Each step of a session gives up by itself and says what it saw; these are for what hangs besides.
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
