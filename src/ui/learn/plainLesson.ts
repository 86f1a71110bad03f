import type { Block } from '../../learn/block.ts';
import { type Control, expectedText, type Values, valueText } from '../../learn/control.ts';
import type { Lesson, Outcome } from '../../learn/lesson.ts';
import type { LessonProgress } from '../../learn/progress.ts';
import { asciiRow } from '../asciiRow.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { clipRow, heading, type Row, row, textOf } from '../row.ts';
import { blockRows } from './blockRows.ts';
import { explainRows, paragraphs, seeRows } from './stepRows.ts';

/** How text is set. */
export interface PlainOptions {
  /** columns; no line is longer */
  readonly width: number;
  readonly glyphs: GlyphSet;
}

/** The steps of a lesson as text without escape codes. */
export interface PlainLesson {
  opening(): string;
  /** the settings, and what they lead to */
  sandbox(settings: Values, blocks: readonly Block[]): string;
  questions(): string;
  locked(predictions: Values): string;
  see(own: LessonProgress, outcome: Outcome): string;
  explain(own: LessonProgress, outcome: Outcome): string;
}

/** Prints a lesson. */
export function plainLesson(lesson: Lesson, options: PlainOptions): PlainLesson {
  const room: Room = { width: options.width, glyphs: glyphsOf(options.glyphs) };
  const print = (rows: readonly Row[]) => textOfRows(rows, options, room);
  const titled = (step: string, rows: readonly Row[]) =>
    print([
      heading(`${lesson.number} ${lesson.title}: ${step}`, '', room.width, room.glyphs),
      ...rows,
      row(),
    ]);
  const shown = (outcome: Outcome) => ({ kind: 'outcome', outcome }) as const;
  return {
    opening: () => titled('do', paragraphs(lesson.opening, room)),
    sandbox: (settings, blocks) => print(sandboxRows(lesson, settings, blocks, room)),
    questions: () => titled('predict', wagerRows(lesson, room)),
    locked: (predictions) =>
      print([...lesson.questions.map((question) => lockedRow(question, predictions)), row()]),
    see: (own, outcome) => titled('see', seeRows({ lesson, own, shown: shown(outcome) }, room)),
    explain: (own, outcome) => titled('explain', explainRows({ lesson, own, shown: shown(outcome) }, room)),
  };
}

function textOfRows(rows: readonly Row[], { width, glyphs: set }: PlainOptions, { glyphs }: Room): string {
  const lines = set === 'ascii' ? rows.map(asciiRow) : rows;
  return lines.map((line) => textOf(clipRow(line, width, glyphs))).join('\n');
}

function sandboxRows({ controls }: Lesson, settings: Values, blocks: readonly Block[], room: Room): Row[] {
  return [
    ...controls.map((control) => settingRow(control, settings)),
    row(),
    ...blocks.flatMap((block) => blockRows(block, room)),
    row(),
  ];
}

function settingRow(control: Control, settings: Values): Row {
  return row(` ${control.name}=${settings[control.name]}  ${control.ask} (${expectedText(control)})`);
}

function wagerRows({ wager, questions }: Lesson, room: Room): Row[] {
  const asked = questions.map((control) => `${control.name}: ${control.ask}? (${expectedText(control)})`);
  return [...paragraphs(wager, room), ...asked.flatMap((question) => paragraphs([question], room))];
}

function lockedRow(control: Control, predictions: Values): Row {
  return row(` locked: ${control.ask}: ${valueText(control, predictions[control.name])}`);
}
