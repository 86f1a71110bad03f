import type { RunFolder } from '../experiment/runFolder.ts';
import { printable } from '../ui/printable.ts';

/**
 * What to say about a run that was stopped: what is saved of it, and how to go on.
 *
 * @param done finished episodes
 * @param all episodes in all
 */
export function goOn(folder: RunFolder, done: number, all: number): string {
  const saved = done === 0 ? 'stopped' : done < all ? `saved after episode ${done}` : allDone(all);
  return `${saved}; go on with: tenure train --resume ${printable(folder.label)}`;
}

function allDone(all: number): string {
  const episodes = all === 1 ? 'the only episode is done' : `all ${all} episodes are done`;
  return `${episodes} and saved, only the evaluation is missing`;
}
