import type { Invocation } from '../command.ts';

/**
 * Whether somebody sits before a terminal and looks on: it can be drawn on and typed at, and nothing else was asked
 * for. Where CI is set nobody does, and a screen that waits for a key would wait for ever.
 */
export function isWatched({ output, flag }: Pick<Invocation, 'output' | 'flag'>): boolean {
  if (output.json || flag('plain') || process.env['CI']) return false;
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}
