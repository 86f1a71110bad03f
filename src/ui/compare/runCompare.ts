import type { ReadStream, WriteStream } from 'node:tty';
import type { Pair } from '../../replay/pair.ts';
import { clipboardCode } from '../clipboardCode.ts';
import type { Leaving } from '../leaving.ts';
import { onTerminal } from '../onTerminal.ts';
import { prepareForInk } from '../prepareForInk.ts';
import { printable } from '../printable.ts';
import type { CompareAppProps } from './CompareApp.tsx';
import { plainCompare } from './plainCompare.ts';

/** How a comparison is shown. */
export interface RunCompareOptions
  extends Pick<
    CompareAppProps,
    'about' | 'among' | 'withSeeds' | 'told' | 'day' | 'user' | 'glyphs' | 'command' | 'save'
  > {
  /** draw on the alternate screen, which leaves no trace; else below the prompt, where it can be scrolled to */
  readonly altScreen: boolean;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
}

/** Columns of what is printed where there is no terminal to ask. */
const PLAIN_WIDTH = 100;

/**
 * Shows a comparison until the person quits, then prints one line with the command for the last view. Where input or
 * output is not a terminal, prints the first view as text instead.
 *
 * @returns how they left it
 * @throws whatever went wrong, after the terminal was given back
 */
export async function runCompare(pair: Pair, options: RunCompareOptions): Promise<Leaving> {
  const { stdin, stdout, altScreen, ...shown } = options;
  const { day, user, about, among, withSeeds, told, glyphs, command } = shown;
  if (!stdin.isTTY || !stdout.isTTY) {
    stdout.write(
      plainCompare(pair, { day, user, about, among, withSeeds, told, width: PLAIN_WIDTH, glyphs }),
    );
    return 'quit';
  }
  prepareForInk();
  const { mountCompare } = await import('./mountCompare.tsx');
  const last = { day, user };
  const onMove = (nextDay: number, nextUser: number | undefined) => {
    Object.assign(last, { day: nextDay, user: nextUser });
  };
  const copy = (text: string) => void stdout.write(clipboardCode(text));
  const props = { pair, copy, ...shown, onMove };
  const leaving = await onTerminal({ stdin, stdout, altScreen }, (terminal) => mountCompare(props, terminal));
  const names = `A ${pair.names.a}, B ${pair.names.b}`;
  const farewell = `${names}, day ${last.day}/${pair.days}. The same view: ${command(last.day, last.user)}`;
  stdout.write(`${printable(farewell)}\n`);
  return leaving;
}
