import type { ForkAmong } from '../../replay/forks/forkAmong.ts';
import { forkTitle } from '../../replay/forks/forkChoice.ts';
import type { ToldFork } from '../../replay/forks/tellFork.ts';
import { openPair } from '../../replay/pair.ts';
import { openReplay, type Replay } from '../../replay/replay.ts';
import { thousands } from '../formatNumber.ts';
import type { Glyphs } from '../glyphs.ts';
import { forkWords } from './forkWords.ts';
import type { OtherFuture } from './replayServices.ts';

export interface OpenForkOptions {
  /** prints the fork */
  readonly command: OtherFuture['command'];
  readonly glyphs: Glyphs;
  /** among whom differences are counted; undefined: everyone */
  readonly among?: ForkAmong | undefined;
}

/** Puts what would have been beside what was: A is the fork, B what happened. */
export function openFork(
  replay: Replay,
  told: ToldFork,
  { command, glyphs, among }: OpenForkOptions,
): OtherFuture {
  const { choice, recording } = told.fork;
  const { program } = recording;
  const names = { a: 'the fork', b: 'what happened' };
  const pair = openPair(openReplay(recording), replay, { names, among: among?.rows });
  return {
    pair,
    about: forkTitle(program, choice),
    among: among && amongWords(among),
    told: [...forkWords(told, program, glyphs), ...(among ? [countedWords(among)] : [])],
    day: choice.day,
    user: choice.who.kind === 'user' ? choice.who.user : undefined,
    command,
  };
}

/** Few enough for the second line of a screen. */
function amongWords({ users, of, text }: ForkAmong): string {
  return `${thousands(users)} of ${thousands(of)}: ${text}`;
}

function countedWords({ users, of, text, day }: ForkAmong): string {
  return `counted: ${thousands(users)} of ${thousands(of)} users, those with ${text} on the morning of day ${day} in what was recorded`;
}
