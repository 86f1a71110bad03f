import { LESSONS } from '../../learn/lessons.ts';
import { type Progress, progressIn } from '../../learn/progress.ts';
import { stateWords } from '../../ui/learn/listRows.ts';
import type { Invocation } from '../command.ts';
import { table } from '../table.ts';

/** `tenure learn --list`: the lessons with how far somebody is in each. */
export function listLessons(progress: Progress, { output }: Invocation): void {
  const lessons = LESSONS.map((lesson) => {
    const { number, name, title, about } = lesson;
    const { step, done, predictions } = progressIn(progress, lesson);
    const begun = Object.hasOwn(progress.lessons, name);
    return { number, name, title, about, begun, step, done, locked: predictions !== undefined };
  });
  if (output.json) {
    output.printJson({ schema: 'tenure.lessons/1', lessons });
    return;
  }
  const rows = LESSONS.map((lesson, k) => [
    `${lesson.number} ${lesson.name}`,
    lesson.title,
    stateWords(progressIn(progress, lesson), lessons[k].begun),
    lesson.about,
  ]);
  for (const line of table(['lesson', 'title', 'state', 'about'], rows, [0, 1, 2, 3])) output.print(line);
}
