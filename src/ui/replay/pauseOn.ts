import type { Replay } from '../../replay/replay.ts';
import type { ReplayState } from './replayState.ts';

/**
 * Why playing pauses on a day: a breakpoint that became true on it, or something that happened to the user who is
 * followed.
 *
 * @returns undefined where it goes on
 */
export function pauseOn(
  { day, user, follow, breakpoints }: Pick<ReplayState, 'day' | 'user' | 'follow' | 'breakpoints'>,
  replay: Replay,
): string | undefined {
  const reached = breakpoints.find(
    (condition) => condition.on(replay, day) && (day === 0 || !condition.on(replay, day - 1)),
  );
  if (reached) return reached.text;
  if (!follow || day === 0) return undefined;
  const { stages } = replay.life(user);
  if (stages[day] === stages[day - 1]) return undefined;
  return `user ${user} is ${replay.recording.program.stages[stages[day]].name} now`;
}
