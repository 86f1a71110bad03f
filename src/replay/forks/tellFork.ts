import type { Decider } from '../decider.ts';
import { type Patience, patiently } from '../patiently.ts';
import { openReplay, type Replay } from '../replay.ts';
import type { ForkChoice } from './forkChoice.ts';
import { type ForkOdds, forkOdds, type NoOdds } from './forkOdds.ts';
import { type PeopleOutcome, peopleOutcome, type UserOutcome, userOutcome } from './forkOutcome.ts';
import { type Fork, forkRecording } from './forkRecording.ts';

/** A fork with all that came of it. */
export interface ToldFork {
  readonly fork: Fork;
  readonly replay: Replay;
  /** of the user whose action was another; undefined where it was that of many */
  readonly user: UserOutcome | undefined;
  /** the same with other lucks */
  readonly odds: ForkOdds | NoOdds | undefined;
  /** undefined where nobody but that user was touched */
  readonly people: PeopleOutcome | undefined;
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
  const replay = openReplay(fork.recording);
  const user = choice.who.kind === 'user' ? choice.who.user : undefined;
  const { arrivals, decision, budget } = recorded.recording.program;
  const touchesOthers = user === undefined || arrivals || decision || budget;
  return {
    fork,
    replay,
    user: user === undefined ? undefined : userOutcome(recorded, replay, user, choice.day),
    odds: user === undefined ? undefined : await forkOdds(recorded, { ...choice, user }, decider, patience),
    people: touchesOthers ? await patiently(peopleOutcome(recorded, replay), patience) : undefined,
  };
}
