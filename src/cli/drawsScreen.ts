import type { Invocation } from './command.ts';

/** The terminal that says of itself that it only takes lines. */
const DUMB = 'dumb';

/**
 * Whether a command draws its screen: somebody sits before a terminal, it can be drawn on, and neither text nor JSON was
 * asked for. Where only the terminal is not able to, that is remarked on.
 */
export function drawsScreen({ output, flag }: Pick<Invocation, 'output' | 'flag'>): boolean {
  const { stdin, stdout, env } = process;
  if (output.json || flag('plain') || !stdin.isTTY || !stdout.isTTY) return false;
  if (env['TERM'] !== DUMB) return true;
  output.note('tenure: text is printed, as by --plain: TERM=dumb names a terminal that cannot be drawn on');
  return false;
}
