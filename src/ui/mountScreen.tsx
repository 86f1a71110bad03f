import { Writable } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import type { ReactElement } from 'react';
import type { FrameWriter } from './frameWriter.ts';
import { HearCtrlC } from './HearCtrlC.tsx';
import type { Leaving } from './leaving.ts';
import { type DrawRows, Terminal } from './Rows.tsx';
import { rowAnsi } from './rowAnsi.ts';
import { SuspendKey } from './SuspendKey.tsx';
import type { ScreenSize } from './screenSize.ts';
import { wantsStyles } from './wantsStyles.ts';

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
  const draw = drawOn(writer);
  const sized = () => (
    <Terminal value={draw}>
      {app({ columns: stdout.columns, rows: stdout.rows })}
      <HearCtrlC heard={interrupted} />
      <SuspendKey />
    </Terminal>
  );
  const ink = render(sized(), { stdin, stdout: nowhere(), exitOnCtrlC: false, patchConsole: false });
  const stopHearing = hearTerminal(stdin, stdout, {
    resized: () => {
      writer.forget();
      ink.rerender(sized());
    },
    vanished: () => {
      interrupted();
      ink.unmount();
    },
  });
  try {
    await ink.waitUntilExit();
    return leaving;
  } finally {
    stopHearing();
  }
}

function drawOn(writer: FrameWriter): DrawRows {
  const styled = wantsStyles(process.env);
  return (rows) => writer.write(rows.map((line) => rowAnsi(line, styled)));
}

/** What a terminal may do meanwhile. */
interface TerminalChanges {
  readonly resized: () => void;
  readonly vanished: () => void;
}

/** @returns ends the hearing */
function hearTerminal(
  stdin: ReadStream,
  stdout: WriteStream,
  { resized, vanished }: TerminalChanges,
): () => void {
  stdout.on('resize', resized);
  stdout.on('error', vanished);
  // A closed terminal window fails every write from then on, also those after the last frame.
  if (!stdout.listeners('error').includes(unheeded)) stdout.on('error', unheeded);
  stdin.on('end', vanished);
  return () => {
    stdout.off('resize', resized);
    stdout.off('error', vanished);
    stdin.off('end', vanished);
  };
}

function unheeded(): void {}

/** Where Ink's own output goes: there is nothing in it. */
function nowhere(): WriteStream {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
  // Without a width Ink would run other programs to find one.
  return Object.assign(stream, { columns: 80, rows: 24 }) as unknown as WriteStream;
}
