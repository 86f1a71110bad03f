import type { ReadStream, WriteStream } from 'node:tty';
import type { Lesson, Workbench } from '../../learn/lesson.ts';
import type { Progress } from '../../learn/progress.ts';
import type { GlyphSet } from '../glyphs.ts';
import type { Leaving } from '../leaving.ts';
import { onTerminal } from '../onTerminal.ts';
import { prepareForInk } from '../prepareForInk.ts';
import { initialLearnState, type LearnState, openProgress } from './learnState.ts';

/** How the lessons are shown. */
export interface RunLearnOptions {
  readonly lessons: readonly Lesson[];
  readonly progress: Progress;
  /** index of the lesson to open */
  readonly lesson: number;
  /** what lessons that are begun now follow from */
  readonly seed: string;
  readonly glyphs: GlyphSet;
  /** draw on the alternate screen, which leaves no trace */
  readonly altScreen: boolean;
  readonly benchFor: (seed: string) => Workbench;
  /** keeps the progress; called on every change */
  readonly keep: (progress: Progress) => void;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
}

/**
 * Shows the lessons until the person quits, then prints one line that says where they are.
 *
 * @returns how they left
 * @throws whatever went wrong, after the terminal was given back
 */
export async function runLearn(options: RunLearnOptions): Promise<Leaving> {
  const { lessons, progress, lesson, seed, glyphs, altScreen, benchFor, keep, stdin, stdout } = options;
  prepareForInk();
  const { mountLearn } = await import('./mountLearn.tsx');
  let last = initialLearnState(progress, { screen: 'lesson', lesson, seed });
  const onMove = (state: LearnState) => {
    if (state.progress !== last.progress) keep(state.progress);
    last = state;
  };
  const leaving = await onTerminal({ stdin, stdout, altScreen }, (terminal) =>
    mountLearn({ lessons, initial: last, glyphs, benchFor, onMove }, terminal),
  );
  const { name, number, title } = lessons[last.lesson];
  const { step } = openProgress(last, lessons);
  stdout.write(`lesson ${number}, ${title}, at ${step}. Go on with: tenure learn ${name}\n`);
  return leaving;
}
