import type { ReadStream, WriteStream } from 'node:tty';
import type { Replay } from '../../replay/replay.ts';
import { FrameWriter } from '../frameWriter.ts';
import type { GlyphSet } from '../glyphs.ts';
import type { Leaving } from '../leaving.ts';
import { prepareForInk } from '../prepareForInk.ts';
import { borrowTerminal } from '../terminalLoan.ts';
import { plainReplay } from './plainReplay.ts';

/** How a replay is shown. */
export interface RunReplayOptions {
  /** the day to begin on, from 0 to the last recorded */
  readonly day: number;
  /** the user to begin with; undefined: user 0 */
  readonly user: number | undefined;
  readonly glyphs: GlyphSet;
  /** draw on the alternate screen, which leaves no trace; else below the prompt, where it can be scrolled to */
  readonly altScreen: boolean;
  /** the command that prints the view of a day and a user */
  readonly command: (day: number, user: number) => string;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
}

/** Columns of what is printed where there is no terminal to ask. */
const PLAIN_WIDTH = 100;

/**
 * Shows a replay until the person quits, then prints one line with the command for the last view. Where input or
 * output is not a terminal, prints the first view as text instead.
 *
 * @returns how they left it
 * @throws whatever went wrong, after the terminal was given back
 */
export async function runReplay(replay: Replay, options: RunReplayOptions): Promise<Leaving> {
  const { stdin, stdout, day, user = 0, glyphs, altScreen, command } = options;
  if (!stdin.isTTY || !stdout.isTTY) {
    stdout.write(plainReplay(replay, { day, user: options.user, width: PLAIN_WIDTH, glyphs }));
    return 'quit';
  }
  replay.frame(day);
  replay.life(user);
  prepareForInk();
  const { mountReplay } = await import('./mountReplay.tsx');
  const last = { day, user };
  const onMove = (nextDay: number, nextUser: number) => {
    Object.assign(last, { day: nextDay, user: nextUser });
  };
  const writer = new FrameWriter(stdout, altScreen);
  const giveBack = borrowTerminal({ stdin, stdout, altScreen, stopDrawing: () => writer.end() });
  let leaving: Leaving;
  try {
    leaving = await mountReplay({ replay, day, user, glyphs, command, onMove }, { stdin, stdout, writer });
  } finally {
    giveBack();
  }
  stdout.write(`${farewell(replay, last, command)}\n`);
  return leaving;
}

function farewell(
  replay: Replay,
  { day, user }: { day: number; user: number },
  command: RunReplayOptions['command'],
): string {
  return `${replay.recording.label}, day ${day}/${replay.days}, user ${user}. The same view: ${command(day, user)}`;
}
