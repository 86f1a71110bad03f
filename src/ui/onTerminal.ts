import type { ReadStream, WriteStream } from 'node:tty';
import { FrameWriter } from './frameWriter.ts';
import type { MountOptions } from './mountScreen.tsx';
import { borrowTerminal } from './terminalLoan.ts';

/** Where a screen is shown. */
export interface OnTerminalOptions {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** draw on the alternate screen, which leaves no trace; else below the prompt, where it can be scrolled to */
  readonly altScreen: boolean;
}

/**
 * Borrows the terminal, draws until the person leaves, and gives it back.
 *
 * @param mount draws; may give the terminal back before its end, which is safe to do more than once
 * @throws whatever went wrong, after the terminal was given back
 */
export async function onTerminal<End>(
  { stdin, stdout, altScreen }: OnTerminalOptions,
  mount: (options: MountOptions, giveBack: () => void) => Promise<End>,
): Promise<End> {
  const writer = new FrameWriter(stdout, altScreen);
  const giveBack = borrowTerminal({ stdin, stdout, altScreen, stopDrawing: () => writer.end() });
  try {
    return await mount({ stdin, stdout, writer }, giveBack);
  } finally {
    giveBack();
  }
}
