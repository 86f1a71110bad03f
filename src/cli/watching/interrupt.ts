import { setTimeout } from 'node:timers/promises';

/**
 * Ends the command as Ctrl-C does: on a screen it is a key, behind it the signal that it is everywhere else.
 *
 * @throws the signal's reason
 */
export async function interrupt(signal: AbortSignal): Promise<never> {
  process.kill(process.pid, 'SIGINT');
  while (!signal.aborted) await setTimeout(1);
  throw signal.reason;
}
