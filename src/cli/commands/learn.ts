import type { Lesson } from '../../learn/lesson.ts';
import { LESSONS } from '../../learn/lessons.ts';
import { type LessonProgress, type Progress, withLesson } from '../../learn/progress.ts';
import { readProgress, writeProgress } from '../../learn/progressFile.ts';
import type { Leaving } from '../../ui/leaving.ts';
import type { Command, Invocation } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import { benchFor } from '../learning/benchFor.ts';
import { chosenLesson, whereToBegin } from '../learning/chooseLesson.ts';
import { inText } from '../learning/inText.ts';
import { listLessons } from '../learning/listLessons.ts';
import { leavingCode } from '../leavingCode.ts';
import { SCREEN_OPTIONS } from '../screenOptions.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';

export const command: Command = {
  describe: 'Nine lessons: try something, predict, see it computed, and read what it means.',
  positional: '[lesson]',
  examples: [
    ['tenure learn', 'goes on where you were; ? explains the keys'],
    ['tenure learn bandit', 'one lesson, by name or number'],
    ['tenure learn --list', 'all lessons, and how far you are'],
    ['tenure learn 1 --plain --answers 18,marketer', 'a lesson as text, for a pipe'],
  ],
  options: {
    list: { kind: 'flag', about: 'list the lessons with how far you are in each' },
    restart: { kind: 'flag', about: 'begin the lesson anew; what was predicted before is kept aside' },
    plain: {
      kind: 'flag',
      about: 'walk through as text; what happens anyway where there is no terminal, or TERM=dumb',
    },
    answers: { kind: 'list', about: 'predictions for --plain, in the order of the questions' },
    try: { kind: 'list', about: 'settings of the sandbox for --plain: --try name=value; repeatable' },
    seed: { kind: 'text', default: '1', about: 'what all numbers of a lesson follow from' },
    ...SCREEN_OPTIONS,
    ...RESULTS_OPTION,
  },
  async run(invocation) {
    const { output } = invocation;
    const { progress, remark } = readProgress(invocation.text('results'));
    if (remark !== undefined) output.note(`tenure: ${remark}`);
    if (invocation.flag('list')) {
      listLessons(progress, invocation);
      return undefined;
    }
    const lesson = chosenLesson(invocation.arguments[0], progress);
    const own = whereToBegin(lesson, progress, invocation);
    if (invocation.list('answers').length === 0 && drawsScreen(invocation))
      return leavingCode(await onScreen(lesson, own, progress, invocation));
    await inText(lesson, own, progress, invocation);
    return undefined;
  },
};

async function onScreen(
  lesson: Lesson,
  own: LessonProgress,
  progress: Progress,
  invocation: Invocation,
): Promise<Leaving> {
  const { runLearn } = await import('../../ui/learn/runLearn.ts');
  return runLearn({
    lessons: LESSONS,
    progress: withLesson(progress, lesson.name, own),
    lesson: LESSONS.indexOf(lesson),
    seed: own.seed,
    glyphs: invocation.text('glyphs') as 'unicode' | 'ascii',
    altScreen: invocation.flag('alt-screen'),
    benchFor,
    keep: (now) => writeProgress(invocation.text('results'), now),
    stdin: process.stdin,
    stdout: process.stdout,
  });
}
