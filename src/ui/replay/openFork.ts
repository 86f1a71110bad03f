import { forkTitle } from '../../replay/forks/forkChoice.ts';
import type { ToldFork } from '../../replay/forks/tellFork.ts';
import { openPair } from '../../replay/pair.ts';
import { openReplay, type Replay } from '../../replay/replay.ts';
import type { Glyphs } from '../glyphs.ts';
import { forkWords } from './forkWords.ts';
import type { OtherFuture } from './replayServices.ts';

export interface OpenForkOptions {
  /** prints the fork */
  readonly command: OtherFuture['command'];
  readonly glyphs: Glyphs;
}

/** Puts what would have been beside what was: A is the fork, B what happened. */
export function openFork(
  { recording }: Replay,
  told: ToldFork,
  { command, glyphs }: OpenForkOptions,
): OtherFuture {
  const { choice, recording: other } = told.fork;
  const { program } = recording;
  const pair = openPair(
    openReplay({ ...other, label: 'the fork' }),
    openReplay({ ...recording, label: 'what happened' }),
  );
  return {
    pair,
    about: forkTitle(program, choice),
    told: forkWords(told, program, glyphs),
    day: choice.day,
    user: choice.who.kind === 'user' ? choice.who.user : undefined,
    command,
  };
}
