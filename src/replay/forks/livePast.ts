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
): Generator<number> {
  const every = recording.program.decision?.every ?? 1;
  const nobody = new Uint8Array(branch.observation.active.length);
  for (let day = 1; day <= until; day += every) {
    const recorded = actionsOn(recording, day);
    policy.choose(branch.observation, nobody);
    policy.tell(recorded);
    if (branch.world.day < day) liveFor(branch, recorded, every);
    yield day / days;
  }
}

/** Lives the days of one decision; returns what was really done. */
export function liveFor(branch: Branch, actions: Uint8Array, days: number): Uint8Array {
  let taken = actions;
  for (let day = 0; day < days; day++) taken = branch.live(actions);
  return taken;
}
