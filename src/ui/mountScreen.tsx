import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import type { ReactElement } from 'react';
import type { FrameWriter } from './frameWriter.ts';
import type { ScreenSize } from './screenSize.ts';

/** Where and how a screen is drawn. */
export interface MountOptions {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** puts the frames on `stdout` */
  readonly writer: FrameWriter;
}

/** Draws an application until the person quits. The terminal is already borrowed. */
export async function mountScreen(
  app: (size: ScreenSize) => ReactElement,
  { stdin, stdout, writer }: MountOptions,
): Promise<void> {
  const sized = () => app({ columns: stdout.columns, rows: stdout.rows });
  const ink = render(sized(), {
    stdin,
    stdout: writer as unknown as WriteStream,
    // Every frame in whole, for the writer to compare with the one before.
    debug: true,
    exitOnCtrlC: false,
  });
  const resized = () => {
    writer.forget();
    ink.rerender(sized());
  };
  // A closed terminal window fails every write from then on, also those after this function.
  const vanished = () => ink.unmount();
  stdout.on('resize', resized);
  stdout.on('error', vanished);
  stdin.on('end', vanished);
  try {
    await ink.waitUntilExit();
  } finally {
    stdout.off('resize', resized);
    stdin.off('end', vanished);
  }
}
