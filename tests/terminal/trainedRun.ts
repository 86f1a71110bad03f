import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { run } from '../support/program.ts';
import { WITHOUT_PTY } from './pty.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** a results folder with one finished run of 400 users and 180 days */
    results: string;
  }
}

const TRAIN = 'train coupon-trap --seed 7 --episodes 4 --users 300 --held-out 400';

/** Trains once for all sessions, each of which gets a copy; or says why there are none. */
export default async function trainedRun({ provide }: TestProject): Promise<() => void> {
  if (WITHOUT_PTY !== undefined) {
    console.warn(`all sessions in a terminal are skipped: ${WITHOUT_PTY}`);
    return () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'tenure-trained-'));
  const { code, stderr } = await run(folder, ...TRAIN.split(' '));
  if (code !== 0) throw new Error(`expected a run to look at, got exit code ${code}: ${stderr}`);
  provide('results', join(folder, 'results'));
  return () => rmSync(folder, { recursive: true, force: true });
}
