import type { ReadStream, WriteStream } from 'node:tty';
import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Replay } from '../../replay/replay.ts';
import { clipboardCode } from '../clipboardCode.ts';
import type { GlyphSet } from '../glyphs.ts';
import type { Leaving } from '../leaving.ts';
import { onTerminal } from '../onTerminal.ts';
import { prepareForInk } from '../prepareForInk.ts';
import { printable } from '../printable.ts';
import { plainReplay } from './plainReplay.ts';
import { remembered } from './remembered.ts';
import type { ReplayServices, ViewCommand } from './replayServices.ts';

/** How a replay is shown. */
export interface RunReplayOptions {
  /** the day to begin on, from 0 to the last recorded */
  readonly day: number;
  /** the user to begin with; undefined: user 0 */
  readonly user: number | undefined;
  readonly glyphs: GlyphSet;
  /** draw on the alternate screen, which leaves no trace; else below the prompt, where it can be scrolled to */
  readonly altScreen: boolean;
  /** whom to count and draw at first; undefined: everyone */
  readonly filter?: UserCondition | undefined;
  readonly command: ViewCommand;
  readonly services: ReplayServices;
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
  const { stdin, stdout, day, user = 0, filter, glyphs, altScreen, command, services } = options;
  if (!stdin.isTTY || !stdout.isTTY) {
    stdout.write(plainReplay(replay, { day, user: options.user, filter, width: PLAIN_WIDTH, glyphs }));
    return 'quit';
  }
  // What cannot be lived or looked at is told before the terminal is borrowed.
  replay.frame(0);
  replay.life(user);
  prepareForInk();
  const { mountReplay } = await import('./mountReplay.tsx');
  let farewell = '';
  const onMove = (same: string, onDay: number, ofUser: number | undefined) => {
    const who = ofUser === undefined ? '' : `, user ${ofUser}`;
    farewell = `${replay.recording.label}, day ${onDay}/${replay.days}${who}. The same view: ${same}`;
  };
  const copy = (text: string) => void stdout.write(clipboardCode(text));
  const begin = { day, user, filter: filter && remembered(filter) };
  const props = { replay, ...begin, glyphs, command, services: { copy, ...services }, onMove };
  const leaving = await onTerminal({ stdin, stdout, altScreen }, (terminal) => mountReplay(props, terminal));
  stdout.write(`${printable(farewell)}\n`);
  return leaving;
}
