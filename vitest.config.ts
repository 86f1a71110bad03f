import { defineConfig } from 'vitest/config';

const PROGRAM = 'tests/src/cli/program/**/*.test.ts';

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
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [PROGRAM],
          // No test measures time; this is for machines that have other work as well.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'program',
          include: [PROGRAM],
          globalSetup: 'tests/support/buildProgram.ts',
          testTimeout: 120_000,
        },
      },
    ],
  },
});
