import { type Control, expectedText, parseValue, type Value, type Values } from '../../learn/control.ts';
import type { Lesson, Outcome, Work, Workbench } from '../../learn/lesson.ts';
import { type LessonProgress, locked, movedTo } from '../../learn/progress.ts';
import { finish } from '../../learn/work.ts';
import type { PlainLesson } from '../../ui/learn/plainLesson.ts';
import { UsageError } from '../command.ts';
import type { Output } from '../output.ts';
import { progressBar } from '../progress.ts';
import type { Lines } from './lines.ts';

/** What a walk through a lesson without a screen needs. */
export interface WalkOptions {
  readonly lesson: Lesson;
  readonly bench: Workbench;
  readonly text: PlainLesson;
  /** `name=value` for the sandbox, as given with --try */
  readonly tries: readonly string[];
  /** answers as given with --answers, in the order of the questions */
  readonly answers: readonly string[];
  readonly lines: Lines;
  /** whether somebody sits at the keyboard, who can be asked */
  readonly asking: boolean;
  readonly output: Output;
  /** keeps where the walk is */
  readonly keep: (own: LessonProgress) => void;
}

/** A walk's end. */
export interface Walked {
  readonly own: LessonProgress;
  readonly outcome: Outcome;
}

/**
 * Walks through a lesson: prints each step, and takes settings and answers from options or lines.
 *
 * @throws UsageError naming the answer that is missing or impossible
 */
export async function walk(from: LessonProgress, options: WalkOptions): Promise<Walked> {
  const { lesson, bench, text, output, keep } = options;
  const print = (words: string) => (output.json ? undefined : output.print(words));
  const own = from.predictions ? refuseChanges(from, options) : await wager(from, options, print);
  print(text.locked(own.predictions ?? {}));
  const outcome = compute(lesson.reveal(bench, own.settings, own.predictions ?? {}), output);
  print(text.see(own, outcome));
  print(text.explain(own, outcome));
  const ended = movedTo(own, 'explain');
  keep(ended);
  return { own: ended, outcome };
}

function refuseChanges(own: LessonProgress, { lesson, tries, answers }: WalkOptions): LessonProgress {
  const same = lesson.questions.every(
    (control, k) =>
      answers[k] === undefined || parseValue(control, answers[k]) === own.predictions?.[control.name],
  );
  if (tries.length > 0 || !same)
    throw new UsageError(
      `the prediction of lesson ${lesson.name} is locked and stays as it is; tenure learn ${lesson.name} --restart begins anew`,
    );
  return own;
}

/** The sandbox and the prediction; the prediction is kept before anything is computed. */
async function wager(
  from: LessonProgress,
  options: WalkOptions,
  print: (words: string) => void,
): Promise<LessonProgress> {
  const { lesson, text, keep } = options;
  print(text.opening());
  const { settings, first } = await sandbox(from.settings, options, print);
  const chosen: LessonProgress = { ...from, settings, step: 'predict' };
  keep(chosen);
  print(text.questions());
  const predictions = await answersTo(lesson.questions, first, options);
  const own = locked(lesson, chosen, predictions);
  keep(own);
  return own;
}

/** Tries settings until a line has no `=`: that one is the first answer, if it is not empty. */
async function sandbox(
  from: Values,
  { lesson, bench, text, tries, answers, lines, asking, output }: WalkOptions,
  print: (words: string) => void,
): Promise<{ settings: Values; first: string | undefined }> {
  let settings = tries.reduce((all, pair) => withSetting(lesson, all, pair), from);
  const show = () => print(text.sandbox(settings, finish(lesson.sandbox(bench, settings))));
  if (!output.json) show();
  if (answers.length > 0) return { settings, first: undefined };
  for (;;) {
    if (asking) output.note('name=value tries a setting; an empty line goes on');
    const line = await lines.next();
    if (line === undefined || !line.includes('=')) return { settings, first: line?.trim() || undefined };
    settings = withSetting(lesson, settings, line);
    if (!output.json) show();
  }
}

function withSetting({ name: lesson, controls }: Lesson, settings: Values, pair: string): Values {
  const [name, value] = pair.split('=').map((part) => part.trim());
  const control = controls.find((one) => one.name === name);
  if (!control)
    throw new UsageError(
      `lesson ${lesson} has no setting "${name}"; it has ${controls.map((one) => one.name).join(', ')}`,
    );
  return { ...settings, [name]: valueFor(control, value) };
}

async function answersTo(
  questions: readonly Control[],
  first: string | undefined,
  { lesson, answers, lines, asking, output }: WalkOptions,
): Promise<Values> {
  if (answers.length > questions.length)
    throw new UsageError(
      `lesson ${lesson.name} asks ${questions.length} questions, got ${answers.length} answers`,
    );
  const given: (string | undefined)[] = answers.length > 0 ? [...answers] : [first];
  const predictions: Record<string, Value> = {};
  for (const [k, control] of questions.entries()) {
    if (asking && given[k] === undefined) output.note(`${control.ask}? (${expectedText(control)})`);
    const answer = given[k] ?? (answers.length > 0 ? undefined : await lines.next());
    if (answer === undefined) throw missing(lesson, questions.slice(k));
    predictions[control.name] = valueFor(control, answer);
  }
  return predictions;
}

function missing({ name, questions }: Lesson, open: readonly Control[]): UsageError {
  const asked = open.map((control) => `\n  ${control.name}: ${control.ask}? ${expectedText(control)}`);
  const form = questions.map((control) => control.name.toUpperCase()).join(',');
  return new UsageError(
    `lesson ${name} needs a prediction before it shows anything:${asked.join('')}\ngive it as a line of input each, or with --answers ${form}`,
  );
}

/** @throws UsageError where the value is none of the control's */
function valueFor(control: Control, typed: string): Value {
  const value = parseValue(control, typed);
  if (value === undefined)
    throw new UsageError(`${control.name}: expected ${expectedText(control)}, got "${typed.trim()}"`);
  return value;
}

function compute(work: Work<Outcome>, output: Output): Outcome {
  const bar = progressBar(output, 'computing');
  for (;;) {
    const next = work.next();
    if (!next.done) {
      if (output.interactive) bar.update(next.value);
      continue;
    }
    bar.end();
    return next.value;
  }
}
