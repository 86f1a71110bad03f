import type { Decider } from '../../replay/decider.ts';
import { type ForkChoice, forkTitle } from '../../replay/forks/forkChoice.ts';
import { type ForkOdds, forkOdds, type NoOdds } from '../../replay/forks/forkOdds.ts';
import { forkRecording } from '../../replay/forks/forkRecording.ts';
import { openPair } from '../../replay/pair.ts';
import { openReplay, type Replay } from '../../replay/replay.ts';
import type { UserLife } from '../../replay/userLife.ts';
import { figure, percent } from '../formatNumber.ts';
import type { OtherFuture } from './replayServices.ts';

export interface OpenForkOptions {
  /** prints the fork */
  readonly command: (day: number, user: number | undefined) => string;
  readonly signal: AbortSignal;
}

/** Lives what would have been, and puts it beside what was: A is the fork, B what happened. */
export async function openFork(
  replay: Replay,
  choice: ForkChoice,
  decider: Decider | undefined,
  { command, signal }: OpenForkOptions,
): Promise<OtherFuture> {
  const { program } = replay.recording;
  const fork = await forkRecording(replay, choice, decider, { signal });
  const other = openReplay({ ...fork.recording, label: 'fork' });
  const before = { ...replay.recording, label: 'what happened' };
  const pair = openPair(other, openReplay(before));
  const who = choice.who.kind === 'user' ? choice.who.user : undefined;
  const told = [
    ...(who === undefined ? [] : [outcomeInWords(replay.life(who), other.life(who), choice.day)]),
    ...(who === undefined
      ? []
      : [oddsInWords(await forkOdds(replay, { ...choice, user: who }, decider, { signal }))]),
    ...(fork.decided === 'policy' ? [] : ['no policy is at hand: recorded actions went on after the fork']),
  ];
  return { pair, about: forkTitle(program, choice), told, day: choice.day, user: who, command };
}

/** What became of a user with this luck. */
function outcomeInWords(before: UserLife, other: UserLife, day: number): string {
  const fate = ({ leftOn }: UserLife) =>
    leftOn === undefined ? 'stayed to the end' : `left on day ${leftOn}`;
  const sum = ({ rewards }: UserLife) => rewards.subarray(day).reduce((total, reward) => total + reward, 0);
  const gain = sum(other) - sum(before);
  const same = before.leftOn === other.leftOn;
  const fates = same ? `${fate(before)} either way` : `${fate(before)}; with the fork ${fate(other)}`;
  return `the same luck: ${fates}; rewards ${gain < 0 ? '' : '+'}${figure(gain, 3)} from day ${day} on`;
}

/** What would become of a user with other lucks. */
function oddsInWords(odds: ForkOdds | NoOdds): string {
  if (odds.kind === 'none') return `other lucks: ${odds.reason}`;
  const { asked, recorded, difference } = odds.here;
  const [low, high] = [difference.low, difference.high].map((value) => figure(100 * value, 2));
  const parts = `here on day ${odds.until}: ${percent(recorded.mean, 1)}, with the fork ${percent(asked.mean, 1)}`;
  return `${odds.lives} other lucks from that morning: ${parts} (difference 95 % [${low}, ${high}] points)`;
}
