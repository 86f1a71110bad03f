import type { RunFolder } from '../experiment/runFolder.ts';
import { printable } from '../ui/printable.ts';

/**
 * What to say about a run that was stopped: what is saved of it, and how to go on.
 *
 * @param episodes finished ones
 */
export function goOn(folder: RunFolder, episodes: number): string {
  const saved = episodes > 0 ? `saved after episode ${episodes}` : 'stopped';
  return `${saved}; go on with: tenure train --resume ${printable(folder.label)}`;
}
