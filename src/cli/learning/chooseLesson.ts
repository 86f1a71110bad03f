import { nearest } from '../../../environments/scenario/diagnostics.ts';
import type { Lesson } from '../../learn/lesson.ts';
import { LESSONS } from '../../learn/lessons.ts';
import {
  type LessonProgress,
  nextLesson,
  type Progress,
  progressIn,
  restarted,
} from '../../learn/progress.ts';
import { type Invocation, UsageError } from '../command.ts';

/**
 * The lesson of a name or number; without one, where to go on.
 *
 * @throws UsageError with the nearest name
 */
export function chosenLesson(asked: string | undefined, progress: Progress): Lesson {
  if (asked === undefined) return nextLesson(progress, LESSONS);
  const found = LESSONS.find(({ name, number }) => name === asked || String(number) === asked);
  if (found) return found;
  const names = LESSONS.map(({ name }) => name);
  const near = nearest(asked, names);
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  throw new UsageError(
    `there is no lesson "${asked}"${meant}; lessons: 1 to ${LESSONS.length}, or ${names.join(', ')}`,
  );
}

/** Where the lesson stands, or its beginning; with another seed only as long as nothing is locked. */
export function whereToBegin(lesson: Lesson, progress: Progress, invocation: Invocation): LessonProgress {
  const asked = invocation.origin('seed') === 'default' ? undefined : invocation.text('seed');
  const before = progressIn(progress, lesson, invocation.text('seed'));
  const own = invocation.flag('restart') ? restarted(lesson, before) : before;
  if (asked === undefined || asked === own.seed) return own;
  if (!own.predictions) return { ...own, seed: asked };
  throw new UsageError(
    `--seed: lesson ${lesson.name} is locked with seed ${own.seed}, got ${asked}; add --restart to begin anew`,
  );
}
