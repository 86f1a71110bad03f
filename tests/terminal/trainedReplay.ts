import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { findRun, openRun } from '../../src/cli/runs.ts';
import { seeds } from '../../src/experiment/configuration.ts';
import { openReplay, type Replay } from '../../src/replay/replay.ts';

/** The run that every session's folder holds, to know what a screen has to show. */
export function trainedReplay(): Replay {
  const { folder, record, program } = openRun(findRun('latest', inject('results'), 'finished'));
  const { seed, heldOutUsers: users } = record.configuration;
  const actions = readFileSync(folder.actions);
  return openReplay({ program, users, seed: seeds.heldOut(seed), actions, label: folder.label });
}

/** The first day on which at least so many users left for good, and who. */
export function dayOfLeaving(replay: Replay, atLeast: number): { day: number; users: number[] } {
  const { stages } = replay.recording.program;
  const gone = (day: number) => [...replay.stagesOn(day)].map((stage) => stages[stage].absorbing);
  for (let day = 1; day <= replay.days; day++) {
    const [before, after] = [gone(day - 1), gone(day)];
    const users = after.flatMap((isGone, user) => (isGone && !before[user] ? [user] : []));
    if (users.length >= atLeast) return { day, users };
  }
  throw new Error(`expected a day on which ${atLeast} users left`);
}
