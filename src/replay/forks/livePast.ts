import { asPart, type Pieces, type Work } from '../patiently.ts';
import { actionsOn } from '../recording.ts';
import type { Replay } from '../replay.ts';
import type { AskedPolicy } from './askedPolicy.ts';
import type { Branch } from './branch.ts';

/**
 * Lets a policy go through the recorded days up to one. It sees those after the evening that the branch is at, which are
 * lived; those before it only counts.
 *
 * @returns yields the part done of all recorded days
 */
export function* livePast(
  { recording, days }: Replay,
  until: number,
  branch: Branch,
  policy: AskedPolicy,
): Work<void> {
  const every = recording.program.decision?.every ?? 1;
  const nobody = new Uint8Array(branch.observation.active.length);
  for (let day = 1; day <= until; day += every) {
    const recorded = actionsOn(recording, day);
    policy.choose(branch.observation, nobody);
    policy.tell(recorded);
    if (branch.world.day < day) yield* asPart(liveFor(branch, recorded, every), (day - 1) / days);
    yield day / days;
  }
}

/** Lives the days of one decision; returns what was really done. */
export function* liveFor(branch: Branch, actions: Uint8Array, days: number): Pieces<Uint8Array> {
  let taken = actions;
  for (let day = 0; day < days; day++) {
    if (day > 0) yield;
    taken = yield* branch.live(actions);
  }
  return taken;
}
