import type { Invocation } from '../command.ts';

/** Whether somebody sits before a terminal and looks on: it can be drawn on and typed at, and text was not asked for. */
export function isWatched({ output, flag }: Pick<Invocation, 'output' | 'flag'>): boolean {
  return !output.json && !flag('plain') && process.stdin.isTTY === true && process.stdout.isTTY === true;
}
