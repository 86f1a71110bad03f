import { type Control, fits, initialValues, type Values } from './control.ts';
import type { Lesson, Step } from './lesson.ts';

/** A prediction that was locked, with what it was about. */
export interface Locked {
  readonly seed: string;
  readonly settings: Values;
  readonly predictions: Values;
}

/** Where somebody is in a lesson. */
export interface LessonProgress {
  /** what all its numbers follow from */
  readonly seed: string;
  readonly step: Step;
  /** of the sandbox; what the reveal goes by once the prediction is locked */
  readonly settings: Values;
  /** locked: it is never changed */
  readonly predictions?: Values;
  /** whether the last step was reached */
  readonly done: boolean;
  /** locked predictions of earlier times through */
  readonly earlier: readonly Locked[];
}

/** Where somebody is in all lessons. */
export interface Progress {
  /** name of the lesson that is open; undefined before the first */
  readonly current: string | undefined;
  /** by name; those that were begun */
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

/** Nothing begun. */
export const NO_PROGRESS: Progress = { current: undefined, lessons: {} };

/** Where somebody is in a lesson; at its beginning if it was not begun, or is not what it was when it was begun. */
export function progressIn({ lessons }: Progress, lesson: Lesson, seed = '1'): LessonProgress {
  const known = Object.hasOwn(lessons, lesson.name) ? lessons[lesson.name] : undefined;
  const begun = known ?? { seed, step: 'do', settings: {}, done: false, earlier: [] };
  if (begun.predictions && !fitsLesson(lesson, begun.settings, begun.predictions))
    return restarted(lesson, begun);
  const settings = fits(lesson.controls, begun.settings) ? begun.settings : initialValues(lesson.controls);
  const step = begun.predictions || begun.step === 'do' ? begun.step : 'predict';
  return { ...begun, settings, step };
}

function fitsLesson({ controls, questions }: Lesson, settings: Values, predictions: Values): boolean {
  return fits(controls, settings) && fits(questions, predictions);
}

/** The lesson from its beginning. A locked prediction is set aside, not forgotten. */
export function restarted(
  lesson: Lesson,
  { seed, settings, predictions, earlier }: LessonProgress,
): LessonProgress {
  return {
    seed,
    step: 'do',
    settings: initialValues(lesson.controls),
    done: false,
    earlier: predictions ? [...earlier, { seed, settings, predictions }] : earlier,
  };
}

/**
 * Locks a prediction and goes on to the reveal.
 *
 * @throws RangeError if one is locked already, or an answer is missing
 */
export function locked(lesson: Lesson, progress: LessonProgress, predictions: Values): LessonProgress {
  if (progress.predictions) throw new RangeError(`the prediction of lesson ${lesson.name} is locked`);
  if (!fits(lesson.questions, predictions))
    throw new RangeError(`lesson ${lesson.name} has questions without an answer`);
  const asked = lesson.questions.map(({ name }: Control) => [name, predictions[name]]);
  return { ...progress, step: 'see', predictions: Object.fromEntries(asked) };
}

/** At another step; what comes after the prediction only once it is locked. */
export function movedTo(progress: LessonProgress, step: Step): LessonProgress {
  if (!progress.predictions && (step === 'see' || step === 'explain')) return progress;
  return { ...progress, step, done: progress.done || step === 'explain' };
}

/** All progress with that of one lesson replaced, which is open from then on. */
export function withLesson(progress: Progress, name: string, lesson: LessonProgress): Progress {
  return { current: name, lessons: { ...progress.lessons, [name]: lesson } };
}

/** The lesson to go on with: the open one until it is done, then the first that is not; the last if all are. */
export function nextLesson<Named extends Pick<Lesson, 'name'>>(
  progress: Progress,
  lessons: readonly Named[],
): Named {
  const done = ({ name }: Named) => Object.hasOwn(progress.lessons, name) && progress.lessons[name].done;
  const open = lessons.find(({ name }) => name === progress.current);
  if (open && !done(open)) return open;
  return lessons.find((lesson) => !done(lesson)) ?? open ?? lessons[lessons.length - 1];
}
