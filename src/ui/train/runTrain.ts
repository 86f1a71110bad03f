import type { ReadStream, WriteStream } from 'node:tty';
import type { GlyphSet } from '../glyphs.ts';
import type { Leaving } from '../leaving.ts';
import { onTerminal } from '../onTerminal.ts';
import type { SavePicture } from '../picture/savePicture.ts';
import { prepareForInk } from '../prepareForInk.ts';
import type { TrainingFeed } from './trainingFeed.ts';
import { OPENED, type TrainState } from './trainState.ts';

/** How a training is shown. */
export interface RunTrainOptions {
  readonly glyphs: GlyphSet;
  /** draw on the alternate screen, which leaves no trace; else below the prompt, where it can be scrolled to */
  readonly altScreen: boolean;
  readonly save: SavePicture;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** gives the terminal back at once, as the process is about to end */
  readonly signal: AbortSignal;
  /** called once the terminal is given back because of the signal */
  readonly onStopped: () => void;
}

/** How a person left a training's screen; `replay`: to see what it came to. */
export type TrainEnd = Leaving | 'replay';

/**
 * Shows a training until the person quits or it fails. Both terminals have to be real ones.
 *
 * @throws whatever went wrong with the screen, after the terminal was given back
 */
export async function runTrain(feed: TrainingFeed, options: RunTrainOptions): Promise<TrainEnd> {
  const { glyphs, altScreen, save, stdin, stdout, signal, onStopped } = options;
  prepareForInk();
  const { mountTrain } = await import('./mountTrain.tsx');
  let { next } = OPENED;
  const onMove = (state: TrainState) => {
    next = state.next;
  };
  return onTerminal({ stdin, stdout, altScreen }, async (terminal, giveBack) => {
    const stopped = () => {
      giveBack();
      onStopped();
    };
    signal.addEventListener('abort', stopped);
    try {
      const leaving = await mountTrain({ feed, glyphs, save, onMove }, terminal);
      return leaving === 'quit' && next === 'replay' ? 'replay' : leaving;
    } finally {
      signal.removeEventListener('abort', stopped);
    }
  });
}
