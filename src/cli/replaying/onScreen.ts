import type { Pair } from '../../replay/pair.ts';
import type { RunCompareOptions } from '../../ui/compare/runCompare.ts';
import type { Invocation } from '../command.ts';
import { leavingCode } from '../leavingCode.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';

/**
 * Shows two futures of the same people on the terminal until the person quits.
 *
 * @returns the exit code
 */
export async function onScreen(
  pair: Pair,
  shown: Omit<RunCompareOptions, 'save' | 'altScreen' | 'stdin' | 'stdout'>,
  invocation: Invocation,
): Promise<number> {
  const { runCompare } = await import('../../ui/compare/runCompare.ts');
  const leaving = await runCompare(pair, {
    ...shown,
    save: pictureSaver(''),
    altScreen: invocation.flag('alt-screen'),
    stdin: process.stdin,
    stdout: process.stdout,
  });
  return leavingCode(leaving);
}
