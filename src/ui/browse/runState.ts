import type { ReadRun } from './browseLists.ts';

/** Whether a run is finished, and if not, how far it is: short, for a column. */
export function runState({ result, episode, episodes }: ReadRun): string {
  return result ? 'finished' : `at ${episode}/${episodes}`;
}
