import type { Lesson, Outcome } from '../../learn/lesson.ts';
import { type LessonProgress, type Progress, withLesson } from '../../learn/progress.ts';
import { writeProgress } from '../../learn/progressFile.ts';
import type { Invocation } from '../command.ts';
import { benchFor } from './benchFor.ts';
import { linesOf } from './lines.ts';
import { walk } from './walk.ts';

/** Walks through a lesson as text, or gives what it comes to as JSON. */
export async function inText(
  lesson: Lesson,
  from: LessonProgress,
  progress: Progress,
  invocation: Invocation,
): Promise<void> {
  const { output } = invocation;
  const { plainLesson } = await import('../../ui/learn/plainLesson.ts');
  const glyphs = invocation.text('glyphs') as 'unicode' | 'ascii';
  const lines = linesOf(process.stdin);
  try {
    const { own, outcome } = await walk(from, {
      lesson,
      bench: benchFor(from.seed),
      text: plainLesson(lesson, { width: Math.min(output.width, 100), glyphs }),
      tries: invocation.list('try'),
      answers: invocation.list('answers'),
      lines,
      asking: process.stdin.isTTY === true,
      output,
      keep: (now) => writeProgress(invocation.text('results'), withLesson(progress, lesson.name, now)),
    });
    if (output.json) output.printJson(documentOf(lesson, own, outcome));
  } finally {
    lines.close();
  }
}

function documentOf({ number, name, title }: Lesson, own: LessonProgress, outcome: Outcome): unknown {
  const { seed, settings, predictions } = own;
  const { figures, judgements, explain, command: same } = outcome;
  const lesson = { number, name, title };
  return {
    schema: 'tenure.lesson/1',
    lesson,
    seed,
    settings,
    predictions,
    judgements,
    figures,
    explain,
    command: same,
  };
}
