import type { ReadStream, WriteStream } from 'node:tty';
import { clipboardCode } from '../clipboardCode.ts';
import type { GlyphSet } from '../glyphs.ts';
import type { Leaving } from '../leaving.ts';
import { onTerminal } from '../onTerminal.ts';
import { prepareForInk } from '../prepareForInk.ts';
import type { BrowseLists } from './browseLists.ts';
import type { BrowseState } from './browseState.ts';

/** How the lists are shown. */
export interface RunBrowseOptions {
  readonly lists: BrowseLists;
  /** where to begin */
  readonly initial: BrowseState;
  readonly glyphs: GlyphSet;
  /** draw on the alternate screen, which leaves no trace */
  readonly altScreen: boolean;
  /** when the lists were made, in milliseconds, for how long ago something was */
  readonly now: number;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
}

/** How somebody left the lists, and where they stood; `open` says what they want to see. */
export interface BrowseEnd {
  readonly leaving: Leaving;
  readonly state: BrowseState;
}

/**
 * Shows the lists until the person quits or chooses something to open. Opening it is left to the caller.
 *
 * @throws whatever went wrong, after the terminal was given back
 */
export async function runBrowse(options: RunBrowseOptions): Promise<BrowseEnd> {
  const { lists, initial, glyphs, altScreen, now, stdin, stdout } = options;
  prepareForInk();
  const { mountBrowse } = await import('./mountBrowse.tsx');
  let state = initial;
  const onMove = (now: BrowseState) => {
    state = now;
  };
  const copy = (text: string) => void stdout.write(clipboardCode(text));
  const leaving = await onTerminal({ stdin, stdout, altScreen }, (terminal) =>
    mountBrowse({ lists, initial, glyphs, now, copy, onMove }, terminal),
  );
  return { leaving, state };
}
