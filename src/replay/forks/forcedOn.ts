import { decisionDay, decisionRow } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { type ForkChoice, forcedDays } from './forkChoice.ts';

/**
 * What a fork forced on a user on a day that it lived; undefined where no fork meant it.
 *
 * @param replay of the fork
 */
export function forcedOn(replay: Replay, user: number, day: number): ForkChoice | undefined {
  const { forked = [], program } = replay.recording;
  return forked.findLast((choice) => {
    const { from, to } = forcedDays(program, choice, replay.days);
    return day >= from && day <= to && isMeant(replay, choice, user, decisionDay(program, day));
  });
}

function isMeant(replay: Replay, { who }: ForkChoice, user: number, decidedOn: number): boolean {
  const { recording } = replay;
  if (who.kind === 'stage') return replay.life(user).stages[decidedOn - 1] === who.stage;
  return who.kind === 'everyone' || decisionRow(recording, who.user) === decisionRow(recording, user);
}
