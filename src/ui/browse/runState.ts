import type { ReadRun } from './browseLists.ts';

/** Whether a run is finished, and if not, how far it is or that only its evaluation is missing: short, for a column. */
export function runState({ result, episode, episodes }: ReadRun): string {
  if (result) return 'finished';
  return episode < episodes ? `at ${episode}/${episodes}` : 'not evaluated';
}
