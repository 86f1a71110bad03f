import type { BrowseLists, ListedRun } from '../../ui/browse/browseLists.ts';

/** The three lists as data, everything in them read. */
export function asDocument({ runs, scenarios, lessons }: BrowseLists): object {
  return {
    schema: 'tenure.browse/1',
    runs: runs.map(runData),
    scenarios: scenarios.map(({ key: name, kind, read }) => ({ name, kind, ...read() })),
    lessons: lessons.map(({ key: name, number, read }) => ({ number, name, ...read() })),
  };
}

function runData({ key: folder, scenario, agent, read }: ListedRun): object {
  const content = read();
  if ('reason' in content) return { folder, scenario, agent, state: 'unreadable', reason: content.reason };
  const { result, again, ...rest } = content;
  const state = result ? 'finished' : 'unfinished';
  return { folder, scenario, agent, state, ...rest, result: result ?? null, again: ['tenure', ...again] };
}
