import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import type { ReactElement } from 'react';
import type { FrameWriter } from './frameWriter.ts';
import { HearCtrlC } from './HearCtrlC.tsx';
import type { Leaving } from './leaving.ts';
import { SuspendKey } from './SuspendKey.tsx';
import type { ScreenSize } from './screenSize.ts';

/** Where and how a screen is drawn. */
export interface MountOptions {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** puts the frames on `stdout` */
  readonly writer: FrameWriter;
}

/**
 * Draws an application until the person quits. The terminal is already borrowed.
 *
 * @returns how they left it
 */
export async function mountScreen(
  app: (size: ScreenSize) => ReactElement,
  { stdin, stdout, writer }: MountOptions,
): Promise<Leaving> {
  let leaving: Leaving = 'quit';
  const interrupted = () => {
    leaving = 'interrupted';
  };
  const sized = () => (
    <>
      {app({ columns: stdout.columns, rows: stdout.rows })}
      <HearCtrlC heard={interrupted} />
      <SuspendKey />
    </>
  );
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
  const vanished = () => {
    interrupted();
    ink.unmount();
  };
  stdout.on('resize', resized);
  stdout.on('error', vanished);
  // A closed terminal window fails every write from then on, also those after this function.
  if (!stdout.listeners('error').includes(unheeded)) stdout.on('error', unheeded);
  stdin.on('end', vanished);
  try {
    await ink.waitUntilExit();
    return leaving;
  } finally {
    stdout.off('resize', resized);
    stdout.off('error', vanished);
    stdin.off('end', vanished);
  }
}

function unheeded(): void {}
