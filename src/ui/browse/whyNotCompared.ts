import type { ListedRun } from './browseLists.ts';

/**
 * Why a run cannot be played on the people of the marked one, and what to do about it. Their seeds, numbers of users and
 * parameters may differ: it meets the people, the luck and the parameters of the marked run.
 *
 * @returns undefined: it can be
 */
export function whyNotCompared(marked: ListedRun, chosen: ListedRun): string | undefined {
  if (marked.key === chosen.key) return 'this is the marked run; choose another to compare it with';
  const [a, b] = [marked.read(), chosen.read()];
  if ('reason' in a) return 'the marked run cannot be read; m marks this one instead';
  if ('reason' in b) return 'this run cannot be read; choose another';
  if (!a.result) return 'the marked run is not finished; m marks this one instead';
  if (!b.result) return 'this run is not finished; enter goes on with it';
  if (marked.scenario === chosen.scenario) return undefined;
  return `the marked run is of ${marked.scenario}, this one of ${chosen.scenario}; m marks this one`;
}
