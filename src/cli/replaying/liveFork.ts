import type { Decider } from '../../replay/decider.ts';
import type { ForkAmong } from '../../replay/forks/forkAmong.ts';
import type { ForkChoice } from '../../replay/forks/forkChoice.ts';
import { type ToldFork, tellFork } from '../../replay/forks/tellFork.ts';
import type { Replay } from '../../replay/replay.ts';
import { type GlyphSet, glyphsOf } from '../../ui/glyphs.ts';
import { openFork } from '../../ui/replay/openFork.ts';
import type { OtherFuture } from '../../ui/replay/replayServices.ts';
import { forkCommand } from './forkCommand.ts';

/** A fork that is to be lived. */
export interface WantedFork {
  readonly choice: ForkChoice;
  /** among whom differences are counted; undefined: everyone */
  readonly among: ForkAmong | undefined;
}

/** Who lives it. */
export interface ForkLiving {
  /** what a command line calls the recording */
  readonly label: string;
  /** decides how lives go on that have parted; undefined: recorded actions do */
  readonly decider: Decider | undefined;
  readonly glyphs: GlyphSet;
  readonly signal: AbortSignal;
}

/** A fork, what came of it, and both futures side by side. */
export interface LivedFork {
  readonly told: ToldFork;
  readonly future: OtherFuture;
}

/**
 * Lives a fork and puts it beside what happened.
 *
 * @throws the signal's reason if it was aborted
 */
export async function liveFork(
  replay: Replay,
  { choice, among }: WantedFork,
  { label, decider, glyphs, signal }: ForkLiving,
): Promise<LivedFork> {
  const told = await tellFork(replay, choice, decider, { signal });
  const command = (_day: number, user: number | undefined) =>
    forkCommand(label, replay.recording.program, choice, { user, filter: among?.text });
  return { told, future: openFork(replay, told, { command, glyphs: glyphsOf(glyphs), among }) };
}
