import { defineConfig } from 'vitest/config';

/** The slower suite: learning curves that others have published, met by many runs of one user. */
export default defineConfig({
  test: { name: 'known', include: ['tests/known-answers/**/*.test.ts'], testTimeout: 600_000 },
});
