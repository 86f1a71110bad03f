// One plain line that counts the tests of the run before, from the file that vitest left.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
  readFileSync('.vitest/results.json', 'utf8'),
);
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
process.exitCode = numFailedTests > 0 || numPassedTests === 0 ? 1 : 0;
