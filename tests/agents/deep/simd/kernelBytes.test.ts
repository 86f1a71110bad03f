import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../agents/deep/simd');

it('kernelBytes.ts is what kernel.as.ts compiles to: npm run kernel', () => {
  const fresh = join(temporaryFolder(), 'kernelBytes.ts');
  execFileSync(process.execPath, [join(FOLDER, 'build.mjs'), fresh]);
  expect(readFileSync(fresh, 'utf8')).toBe(readFileSync(join(FOLDER, 'kernelBytes.ts'), 'utf8'));
});
