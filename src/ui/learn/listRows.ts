import type { Lesson } from '../../learn/lesson.ts';
import type { LessonProgress } from '../../learn/progress.ts';
import { progressIn } from '../../learn/progress.ts';
import type { Room } from '../room.ts';
import { type Row, row, span, widthOf } from '../row.ts';
import type { LearnState } from './learnState.ts';
import { paragraphs } from './stepRows.ts';

const INTRODUCTION = [
  'Nine lessons about learning what to do for people so that they stay. Each takes less than ten minutes: try something without consequences, say what will come out, see it computed, and read what it means.',
];

/** The lessons with what is done of them. */
export function listRows(
  { lesson: at, progress }: Pick<LearnState, 'lesson' | 'progress'>,
  lessons: readonly Lesson[],
  room: Room,
): Row[] {
  const name = Math.max(...lessons.map(({ title }) => widthOf(title)));
  const lines = lessons.flatMap((lesson, k) => {
    const here = k === at;
    const state = stateWords(progressIn(progress, lesson), Object.hasOwn(progress.lessons, lesson.name));
    return [
      row(
        here ? span(` ${room.glyphs.playing} `, 'accent') : '   ',
        `${lesson.number}  `,
        span(lesson.title.padEnd(name), here ? 'today' : 'strong'),
        '  ',
        span(state, 'accent'),
      ),
    ];
  });
  const about = lessons[at]?.about ?? '';
  return [...paragraphs(INTRODUCTION, room), row(), ...lines, row(), ...paragraphs([about], room)];
}

/** How far somebody is in a lesson. */
export function stateWords({ step, done }: LessonProgress, begun: boolean): string {
  if (done) return 'done';
  return begun ? `begun, at ${step}` : 'not begun';
}
