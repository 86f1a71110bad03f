import { type Control, type Value, valueText } from '../../learn/control.ts';
import { judgementText } from '../../learn/judge.ts';
import type { Lesson, Outcome } from '../../learn/lesson.ts';
import type { LessonProgress } from '../../learn/progress.ts';
import type { Room } from '../room.ts';
import { heading, type Row, row, span, widthOf } from '../row.ts';
import { blockRows, paragraph } from './blockRows.ts';
import type { Shown } from './learnState.ts';

/** What one step is drawn from. */
export interface StepInput {
  readonly lesson: Lesson;
  readonly own: LessonProgress;
  readonly shown: Shown;
}

/** A control that can be changed here, with the mark of the one that keys change. */
export interface Pointed {
  readonly values: Readonly<Record<string, Value | undefined>>;
  /** index; −1: none */
  readonly cursor: number;
}

/** Opening words, settings, and what they lead to. */
export function doRows({ lesson, shown }: StepInput, pointed: Pointed, room: Room): Row[] {
  return [
    ...paragraphs(lesson.opening, room),
    row(),
    ...controlRows(lesson.controls, pointed, room),
    ...(shown.kind === 'sandbox' ? [row(), ...shown.blocks.flatMap((block) => blockRows(block, room))] : []),
    ...waiting(shown),
  ];
}

/** The questions. */
export function predictRows({ lesson, own }: StepInput, pointed: Pointed, room: Room): Row[] {
  const how = own.predictions
    ? 'Locked. Enter goes on to what came out.'
    : 'Nothing has been computed yet. Enter locks what you say; it cannot be changed afterwards.';
  return [
    ...paragraphs(lesson.wager, room),
    row(),
    ...controlRows(lesson.questions, pointed, room),
    row(),
    ...paragraph(how, room, 'faint'),
  ];
}

/** What came out. */
export function seeRows({ lesson, own, shown }: StepInput, room: Room): Row[] {
  if (shown.kind !== 'outcome') return [...saidRows(lesson, own, room), ...waiting(shown)];
  return [
    ...shown.outcome.see.flatMap((block) => blockRows(block, room)),
    row(),
    ...judgementRows(lesson, shown.outcome, room),
  ];
}

/** What it means, and the command that does the same. */
export function explainRows({ lesson, own, shown }: StepInput, room: Room): Row[] {
  if (shown.kind !== 'outcome') return [...saidRows(lesson, own, room), ...waiting(shown)];
  const { outcome } = shown;
  return [
    ...paragraph(outcome.judgements.map(judgementText).join(' '), room, 'strong'),
    row(),
    ...outcome.explain.flatMap((words) => [...paragraph(words, room), row()]),
    ...paragraph('Such runs, with the ordinary command:', room, 'faint'),
    ...paragraph(outcome.command, room, 'accent'),
  ];
}

/** `▸ how often        once a week`, a line each. */
export function controlRows(
  controls: readonly Control[],
  { values, cursor }: Pointed,
  { glyphs }: Room,
): Row[] {
  const label = Math.max(...controls.map(({ ask }) => widthOf(ask)));
  return controls.map((control, k) => {
    const value = valueText(control, values[control.name]);
    const here = k === cursor;
    const shown = here ? span(` ${value} `, 'today') : span(` ${value} `, 'strong');
    return row(here ? span(` ${glyphs.playing} `, 'accent') : '   ', control.ask.padEnd(label), ' ', shown);
  });
}

function saidRows(lesson: Lesson, { predictions = {} }: LessonProgress, room: Room): Row[] {
  return [...controlRows(lesson.questions, { values: predictions, cursor: -1 }, room), row()];
}

function judgementRows(lesson: Lesson, { judgements }: Outcome, room: Room): Row[] {
  const asks = new Map(lesson.questions.map(({ name, ask }) => [name, ask]));
  const lines = judgements.flatMap((judgement) =>
    paragraph(
      `${asks.get(judgement.name)}: ${judgementText(judgement)}`,
      room,
      judgement.right ? 'strong' : 'plain',
    ),
  );
  return [heading('your prediction', '', room.width, room.glyphs), ...lines];
}

function waiting(shown: Shown): Row[] {
  if (shown.kind !== 'working') return [];
  return [row(span(` computing, ${Math.floor(100 * shown.part)} %`, 'faint'))];
}

/** Paragraphs, one after the other. */
export function paragraphs(texts: readonly string[], room: Room): Row[] {
  return texts.flatMap((text) => paragraph(text, room));
}
