import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The built program. */
export const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'tenure.js');

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running program. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Exit>;
}

/** Starts the built program in a folder. */
export function start(folder: string, words: readonly string[]): Running {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Exit>((resolve, reject) => {
    const text = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, ...text }));
  });
  return { child, ended };
}

/** Runs the built program in a folder to its end. */
export function run(folder: string, ...words: readonly string[]): Promise<Exit> {
  return start(folder, words).ended;
}

/** Waits until a file has so many lines, or the program has ended. */
export async function untilLines(file: string, lines: number, { ended }: Running): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!over && linesOf(file) < lines) await setTimeout(2);
}

/** Number of whole lines of a file; 0 where there is none. */
export function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
}
