import { readProgress } from '../../learn/progressFile.ts';
import type { BrowseLists, ListedScenario } from '../../ui/browse/browseLists.ts';
import type { Invocation } from '../command.ts';
import { shellWord } from '../shellWord.ts';
import { listedLessons } from './lessonShelf.ts';
import { listedRuns } from './runShelf.ts';

/**
 * Everything that there is to choose from, as it is now.
 *
 * @param scenarios as they were listed before; they stay the same
 */
export function openLists(
  scenarios: readonly ListedScenario[],
  { output, text, origin }: Invocation,
): BrowseLists {
  const results = text('results');
  const { progress, remark } = readProgress(results);
  if (remark !== undefined) output.note(`tenure: ${remark}`);
  const where = origin('results') === 'default' ? [] : ['--results', results];
  return {
    runs: listedRuns(results),
    scenarios,
    lessons: listedLessons(progress),
    results,
    written: (words) => ['tenure', ...words, ...where].map(shellWord).join(' '),
  };
}
