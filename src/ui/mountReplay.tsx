import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import type { FrameWriter } from './frameWriter.ts';
import { ReplayApp, type ReplayAppProps } from './ReplayApp.tsx';

/** Where and how the screen is drawn. */
export interface MountOptions {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** puts the frames on `stdout` */
  readonly writer: FrameWriter;
}

/** Draws the replay until the person quits. The terminal is already borrowed. */
export async function mountReplay(
  props: Omit<ReplayAppProps, 'size'>,
  { stdin, stdout, writer }: MountOptions,
): Promise<void> {
  const app = () => <ReplayApp {...props} size={{ columns: stdout.columns, rows: stdout.rows }} />;
  const ink = render(app(), {
    stdin,
    stdout: writer as unknown as WriteStream,
    // Every frame in whole, for the writer to compare with the one before.
    debug: true,
    exitOnCtrlC: false,
  });
  const resized = () => {
    writer.forget();
    ink.rerender(app());
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
