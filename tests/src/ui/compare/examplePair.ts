import type { Observation, Policy } from '../../../../environments/contract.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { openPair, type Pair } from '../../../../src/replay/pair.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { exampleProgram } from '../../replay/recordedEpisode.ts';

export const DAYS = 90;

/** Acts on who has not come for so many days: 0 to 4, as the example bins them. */
function whenAway(bin: number, action: number): Policy {
  return {
    selectActions({ states, active }: Observation, actions: Uint8Array): void {
      // Four bins of contact to one of days away.
      for (let i = 0; i < actions.length; i++)
        actions[i] = active[i] === 1 && Math.floor(states[i] / 4) >= bin ? action : 0;
    },
  };
}

function playedAs(label: string, policy: Policy, users: number): Replay {
  const program = exampleProgram();
  const { actions } = evaluate(program, policy, { users, seed: '42', days: DAYS, record: true });
  return openReplay({ program, users, seed: '42', actions, label });
}

/** A message after three days away, against a coupon after seven. Nothing is lived yet. */
export function unlivedPair(users: number): Pair {
  const a = playedAs('architecture-example message 7f3a', whenAway(2, 2), users);
  return openPair(a, playedAs('coupon', whenAway(3, 3), users));
}

/** The same with all days lived. */
export function examplePair(users: number): Pair {
  const pair = unlivedPair(users);
  pair.liveUntil(DAYS);
  return pair;
}
