import { inject } from 'vitest';
import { deciderOf } from '../../src/cli/deciders.ts';
import { findRun, openRun } from '../../src/cli/runs.ts';
import { searchKept } from '../../src/replay/kept/keptSearch.ts';
import type { Replay } from '../../src/replay/replay.ts';
import { type KeptEntry, keptEntries } from '../../src/ui/replay/kept/keptList.ts';

/** The first on the list of those who could have been kept, on the first day on which several left and one could. */
export async function firstKept(replay: Replay): Promise<KeptEntry> {
  const decider = await deciderOf(openRun(findRun('latest', inject('results'), 'finished')));
  for (let day = 1; day <= replay.days; day++) {
    const search = await searchKept(replay, { kind: 'day', day }, decider);
    if (search.kind === 'none' || search.leavers.length < 2) continue;
    const [first] = keptEntries(search);
    if (first && first.leftOn === undefined) return first;
  }
  throw new Error('expected a day on which somebody left who could have been kept');
}
