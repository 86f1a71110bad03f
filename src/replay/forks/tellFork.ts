import type { Decider } from '../decider.ts';
import type { Patience } from '../patiently.ts';
import { openReplay, type Replay } from '../replay.ts';
import type { ForkChoice } from './forkChoice.ts';
import { type ForkOdds, forkOdds, type NoOdds } from './forkOdds.ts';
import { type UserOutcome, userOutcome } from './forkOutcome.ts';
import { type Fork, forkRecording } from './forkRecording.ts';

/** A fork with what came of it for the user whose action was another. */
export interface ToldFork {
  readonly fork: Fork;
  /** with the luck that it had; undefined where it was the action of many */
  readonly user: UserOutcome | undefined;
  /** with other lucks; undefined where it was the action of many */
  readonly odds: ForkOdds | NoOdds | undefined;
}

/**
 * Forks a recording and compares it with what was recorded.
 *
 * @throws RangeError if there is no such day, user, stage or action (`forkProblem` tells beforehand)
 */
export async function tellFork(
  recorded: Replay,
  choice: ForkChoice,
  decider: Decider | undefined,
  patience: Patience = {},
): Promise<ToldFork> {
  const fork = await forkRecording(recorded, choice, decider, patience);
  if (choice.who.kind !== 'user') return { fork, user: undefined, odds: undefined };
  const { user } = choice.who;
  return {
    fork,
    user: userOutcome(recorded, openReplay(fork.recording), user, choice.day),
    odds: await forkOdds(recorded, { ...choice, user }, decider, patience),
  };
}
