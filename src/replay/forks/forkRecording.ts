import type { Decider } from '../decider.ts';
import { asPart, type Patience, type Pieces, patiently, type Work } from '../patiently.ts';
import { actionsOn, decisionRow, type Recording, shapeOfRecording } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { AskedPolicy } from './askedPolicy.ts';
import { type Branch, loneBranch, wholeBranch } from './branch.ts';
import { type ForkChoice, forcedDays, forkProblem, forkTitle, touchesOthers } from './forkChoice.ts';
import { type ForcedAction, ForkedChoices, type ForkTally } from './forkedChoices.ts';
import { liveFor, livePast } from './livePast.ts';

/** A recording in which something was done otherwise from a day on, with the same people and the same luck. */
export interface Fork {
  readonly choice: ForkChoice;
  readonly recording: Recording;
  readonly tally: ForkTally;
  /** who decided for those whose lives became others: the policy, or, where none is at hand, the recording went on */
  readonly decided: 'policy' | 'recording';
}

/**
 * What would have become of the same people, with the same luck, had something been done otherwise on some days.
 *
 * Whoever is not forced goes on with its recorded actions as long as the policy would see of it what it saw then; from
 * there on the policy decides for it. Where a budget is shared, it decides for everyone as soon as anybody's action is
 * another.
 *
 * @param decider the policy that was recorded; undefined: recorded actions go on whatever is seen
 * @throws RangeError if there is no such day, user, stage or action (`forkProblem` tells beforehand)
 */
export async function forkRecording(
  replay: Replay,
  choice: ForkChoice,
  decider: Decider | undefined,
  patience: Patience = {},
): Promise<Fork> {
  return patiently(forkWork(replay, choice, decider), patience);
}

/** The same piece by piece, for who has other things to do meanwhile. */
export function* forkWork(replay: Replay, choice: ForkChoice, decider: Decider | undefined): Work<Fork> {
  const problem = forkProblem(replay, choice);
  if (problem !== undefined) throw new RangeError(problem);
  const { recording, days } = replay;
  const { program } = recording;
  const every = program.decision?.every ?? 1;
  const { from } = forcedDays(program, choice, days);
  // Who remembers has to have seen the days before; so has who counts what is left of a budget.
  const sawPast = decider !== undefined && (decider.remembers || program.budget !== undefined);
  const fork = yield* asPart(branchOf(replay, choice, decider, sawPast ? 0 : from - 1), 0);
  const { deciders } = shapeOfRecording(recording);
  const policy = decider && new AskedPolicy(decider, fork.world, deciders);
  if (policy) yield* livePast(replay, from - 1, fork, policy);
  const before = (from - 1) / days;
  const original = policy && !program.budget ? yield* asPart(fork.twin(), before) : undefined;
  yield before;
  const choices = new ForkedChoices(recording, forcedBy(recording, choice, fork), { fork, original, policy });
  const actions = Uint8Array.from(recording.actions);
  for (let day = from; day <= days; day += every) {
    const [before, length] = [(day - 1) / days, Math.min(every, days - day + 1)];
    const given = choices.on(day);
    yield before;
    const taken = yield* asPart(liveFor(fork, given, length), before);
    actions.set(taken, ((day - 1) / every) * deciders);
    policy?.tell(taken);
    yield before;
    if (original) yield* asPart(liveFor(original, actionsOn(recording, day), length), before);
    yield day / days;
  }
  const label = `${recording.label}, ${forkTitle(program, choice)}`;
  return {
    choice,
    recording: { ...recording, actions, label, forked: choice },
    tally: choices.tally,
    decided: decider ? 'policy' : 'recording',
  };
}

/** One user is enough where its life touches nobody else's. */
function* branchOf(
  replay: Replay,
  { who }: ForkChoice,
  decider: Decider | undefined,
  day: number,
): Pieces<Branch> {
  const isAlone = !touchesOthers(replay.recording.program, who) && !decider?.knowsWorld;
  if (who.kind === 'user' && isAlone) return loneBranch(replay, who.user, day);
  return yield* wholeBranch(replay, day);
}

function forcedBy(recording: Recording, choice: ForkChoice, { world }: Branch): ForcedAction {
  const { who, action } = choice;
  const isMeant = (row: number) => {
    if (who.kind === 'stage') return world.stages[row] === who.stage;
    return who.kind === 'everyone' || row === decisionRow(recording, who.user);
  };
  return { action, isMeant, ...forcedDays(recording.program, choice, Infinity) };
}
