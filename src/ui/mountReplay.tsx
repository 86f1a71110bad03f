import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import { FrameWriter } from './frameWriter.ts';
import { ReplayApp, type ReplayAppProps } from './ReplayApp.tsx';

/** Where and how the screen is drawn. */
export interface MountOptions {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** whether the frame begins in the top left corner */
  readonly altScreen: boolean;
}

/** Draws the replay until the person quits. The terminal is already borrowed. */
export async function mountReplay(
  props: Omit<ReplayAppProps, 'size'>,
  { stdin, stdout, altScreen }: MountOptions,
): Promise<void> {
  const writer = new FrameWriter(stdout, altScreen);
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
  stdout.on('resize', resized);
  try {
    await ink.waitUntilExit();
  } finally {
    stdout.off('resize', resized);
    writer.end();
  }
}
