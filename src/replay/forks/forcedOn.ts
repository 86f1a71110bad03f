import { decisionDay, decisionRow } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { type ForkChoice, forcedDays } from './forkChoice.ts';

/**
 * What a fork forced on a user on a day that it lived; undefined where the fork did not mean it.
 *
 * @param replay of the fork
 */
export function forcedOn(replay: Replay, user: number, day: number): ForkChoice | undefined {
  const { forked, program } = replay.recording;
  if (!forked) return undefined;
  const { from, to } = forcedDays(program, forked, replay.days);
  const isForced = day >= from && day <= to && isMeant(replay, forked, user, decisionDay(program, day));
  return isForced ? forked : undefined;
}

function isMeant(replay: Replay, { who }: ForkChoice, user: number, decidedOn: number): boolean {
  const { recording } = replay;
  if (who.kind === 'stage') return replay.life(user).stages[decidedOn - 1] === who.stage;
  return who.kind === 'everyone' || decisionRow(recording, who.user) === decisionRow(recording, user);
}
