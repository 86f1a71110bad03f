import { defineConfig } from 'vitest/config';

const PROGRAM = 'tests/src/cli/program/**/*.test.ts';
/** The slower suites have configurations of their own. */
const SLOWER = ['tests/known-answers/**', 'tests/terminal/**'];
const SCREENS = 'tests/src/ui/**/*.test.{ts,tsx}';
// No test measures time; this is for machines that have other work as well.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    // The counts for the last line of CI.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: '.vitest/results.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: [PROGRAM, SCREENS, ...SLOWER],
          // One copy of each module for all files: nothing below keeps state, and loading takes longer than testing.
          isolate: false,
          testTimeout,
        },
      },
      {
        // Apart, as Ink decides on its colors once, when it is loaded.
        test: { name: 'screens', include: [SCREENS], testTimeout },
      },
      {
        test: {
          name: 'program',
          include: [PROGRAM],
          globalSetup: 'tests/support/buildProgram.ts',
          testTimeout: 2 * testTimeout,
        },
      },
    ],
  },
});
