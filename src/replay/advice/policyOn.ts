import type { Policy } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Decider } from '../decider.ts';
import { type LivedPopulation, populationOn } from '../populationOn.ts';
import { actionsOn } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { rowOf } from './rowOf.ts';

/**
 * The policy as it stands towards one user on the morning of `day`, to be shown that user alone: one that remembers has
 * gone through the user's own days.
 *
 * @param row the user's, or the number of the product where one decision is taken for all its users
 */
export function policyOn(replay: Replay, row: number, day: number, decider: Decider): Policy {
  if (!decider.remembers)
    return decider.create(decider.knowsWorld ? aloneOn(replay, row, day - 1).environment : undefined);
  const { decision } = replay.recording.program;
  const from = decision ? populationOn(replay, 0) : aloneOn(replay, row, replay.life(row).bornOn ?? 0);
  return wentThrough(replay, row, day, from, decider);
}

function wentThrough(
  { recording }: Replay,
  row: number,
  day: number,
  { environment, step: first }: LivedPopulation,
  decider: Decider,
): Policy {
  const { decision } = recording.program;
  const policy = decider.create(environment);
  const taken = new Uint8Array(1);
  let step = first;
  while (environment.day < day - 1) {
    const actions = actionsOn(recording, environment.day + 1);
    policy.selectActions(rowOf(step.observation, decision ? row : 0), taken);
    // The policy reads here tomorrow what was really done.
    taken[0] = actions[row];
    for (let k = 0; k < (decision?.every ?? 1); k++) step = environment.step(decision ? actions : taken);
  }
  return policy;
}

/** One user by itself, on an evening. */
function aloneOn(replay: Replay, user: number, day: number): LivedPopulation {
  const { program, seed } = replay.recording;
  const environment = new PopulationEnvironment(program, {
    users: 1,
    numberOf: () => user,
    alone: true,
    measured: true,
  });
  const step = environment.plant(seed, populationOn(replay, day).environment.lift(user));
  return { environment, step };
}
