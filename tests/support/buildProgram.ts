import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from './program.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = ['agents', 'environments', 'src', 'build.mjs', 'package.json'];

/** Builds the program where a source is newer than it. */
export default function buildProgram(): void {
  if (SOURCES.some((source) => changedAfter(join(ROOT, source), builtAt())))
    execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: 'inherit' });
}

function builtAt(): number {
  return statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}

function changedAfter(path: string, time: number): boolean {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs > time;
  return readdirSync(path).some((entry) => changedAfter(join(path, entry), time));
}
