import { suggestion } from '../../../environments/scenario/diagnostics.ts';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Lesson, Workbench } from '../../learn/lesson.ts';
import { LESSONS } from '../../learn/lessons.ts';
import {
  type LessonProgress,
  nextLesson,
  type Progress,
  progressIn,
  restarted,
  withLesson,
} from '../../learn/progress.ts';
import { readProgress, writeProgress } from '../../learn/progressFile.ts';
import { stateWords } from '../../ui/learn/listRows.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { linesOf } from '../learning/lines.ts';
import { type Walked, walk } from '../learning/walk.ts';
import { findScenario } from '../scenarioFiles.ts';
import { table } from '../table.ts';
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
    plain: { kind: 'flag', about: 'walk through as text; what happens anyway where there is no terminal' },
    answers: { kind: 'list', about: 'predictions for --plain, in the order of the questions' },
    try: { kind: 'list', about: 'settings of the sandbox for --plain: --try name=value; repeatable' },
    seed: { kind: 'text', default: '1', about: 'what all numbers of a lesson follow from' },
    glyphs: {
      kind: 'text',
      default: 'unicode',
      choices: ['unicode', 'ascii'],
      about: 'characters to draw with',
    },
    'alt-screen': {
      kind: 'flag',
      default: true,
      about: 'leave the terminal as it was; --no-alt-screen draws in its ordinary buffer',
    },
    ...RESULTS_OPTION,
  },
  async run(invocation) {
    const { output } = invocation;
    const { progress, remark } = readProgress(invocation.text('results'));
    if (remark !== undefined) output.note(`tenure: ${remark}`);
    if (invocation.flag('list')) return list(progress, invocation);
    const lesson = chosenLesson(invocation.arguments[0], progress);
    const own = whereToBegin(lesson, progress, invocation);
    const asText = invocation.flag('plain') || output.json || !process.stdout.isTTY || !process.stdin.isTTY;
    if (asText || invocation.list('answers').length > 0) return inText(lesson, own, progress, invocation);
    await onScreen(lesson, own, progress, invocation);
  },
};

function list(progress: Progress, { output }: Invocation): void {
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

function chosenLesson(asked: string | undefined, progress: Progress): Lesson {
  if (asked === undefined) return nextLesson(progress, LESSONS);
  const found = LESSONS.find(({ name, number }) => name === asked || String(number) === asked);
  if (found) return found;
  const names = LESSONS.map(({ name }) => name);
  throw new UsageError(
    `there is no lesson "${asked}"${suggestion(asked, names)}; lessons: 1 to ${LESSONS.length}, or ${names.join(', ')}`,
  );
}

/** Where the lesson stands, or its beginning; with another seed only as long as nothing is locked. */
function whereToBegin(lesson: Lesson, progress: Progress, invocation: Invocation): LessonProgress {
  const asked = invocation.origin('seed') === 'default' ? undefined : invocation.text('seed');
  const before = progressIn(progress, lesson, invocation.text('seed'));
  const own = invocation.flag('restart') ? restarted(lesson, before) : before;
  if (asked === undefined || asked === own.seed) return own;
  if (!own.predictions) return { ...own, seed: asked };
  throw new UsageError(
    `--seed: lesson ${lesson.name} is locked with seed ${own.seed}, got ${asked}; add --restart to begin anew`,
  );
}

function benchFor(seed: string): Workbench {
  return { seed, world: (name, parameters = {}) => loadScenario(findScenario(name), parameters) };
}

async function inText(
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

function documentOf(
  { number, name, title }: Lesson,
  own: LessonProgress,
  outcome: Walked['outcome'],
): unknown {
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

async function onScreen(
  lesson: Lesson,
  own: LessonProgress,
  progress: Progress,
  invocation: Invocation,
): Promise<void> {
  const { runLearn } = await import('../../ui/learn/runLearn.ts');
  await runLearn({
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
