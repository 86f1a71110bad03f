import type { Block } from '../../learn/block.ts';
import type { Value } from '../../learn/control.ts';
import type { Lesson, Outcome } from '../../learn/lesson.ts';
import { type LessonProgress, type Progress, progressIn } from '../../learn/progress.ts';

/** Where somebody stands, and what is shown of it. */
export interface LearnState {
  readonly screen: 'list' | 'lesson';
  /** index of the open lesson; on the list the one that is pointed at */
  readonly lesson: number;
  readonly progress: Progress;
  /** seed of lessons that are begun now */
  readonly seed: string;
  /** answers of the open lesson that are not locked yet */
  readonly answers: Readonly<Record<string, Value>>;
  /** index of the control that keys change */
  readonly cursor: number;
  /** digits of a number being typed */
  readonly typed: string;
  /** first line shown of what does not fit the screen */
  readonly top: number;
  readonly hint: boolean;
  readonly help: boolean;
  /** what the last key had to say */
  readonly message: string;
  readonly quit: boolean;
}

/** What a key has to know besides the state. */
export interface LearnContext {
  readonly lessons: readonly Lesson[];
  /** whether all that the present step shows has been computed */
  computed(): boolean;
  /** lines that are shown, and how many there are in all, in a state */
  linesOf(state: LearnState): { readonly room: number; readonly lines: number };
}

/** What has been computed for the present step. */
export type Shown =
  | { readonly kind: 'working'; readonly part: number }
  | { readonly kind: 'sandbox'; readonly blocks: readonly Block[] }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

/** Where the lessons are opened. */
export function initialLearnState(
  progress: Progress,
  at: Pick<LearnState, 'screen' | 'lesson' | 'seed'>,
): LearnState {
  return {
    ...at,
    progress,
    answers: {},
    cursor: 0,
    typed: '',
    top: 0,
    hint: false,
    help: false,
    message: '',
    quit: false,
  };
}

/** Where somebody is in the open lesson. */
export function openProgress(
  { progress, lesson, seed }: LearnState,
  lessons: readonly Lesson[],
): LessonProgress {
  return progressIn(progress, lessons[lesson], seed);
}
