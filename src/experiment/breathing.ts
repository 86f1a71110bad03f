import { setImmediate } from 'node:timers/promises';

/** User-days between two chances for the terminal and signals to be heard. */
const BREATH = 200_000;

/**
 * Keeps a long computation answerable: called before each day, it now and then lets everything else run, and stops
 * where somebody asked for it.
 *
 * @param users user-days per call
 * @returns resolves at once on most calls; throws the signal's reason if it was aborted
 */
export function breathing(users: number, signal?: AbortSignal): () => Promise<void> | undefined {
  let since = 0;
  return () => {
    signal?.throwIfAborted();
    since += users;
    if (since < BREATH) return undefined;
    since = 0;
    return setImmediate();
  };
}
