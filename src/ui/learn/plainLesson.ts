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
export function plainLesson(lesson: Lesson, { width, glyphs: set }: PlainOptions): PlainLesson {
  const room: Room = { width, glyphs: glyphsOf(set) };
  const print = (rows: readonly Row[]) =>
    rows
      .map((line) => textOf(clipRow(set === 'ascii' ? asciiRow(line) : line, width, room.glyphs)))
      .join('\n');
  const titled = (step: string, rows: readonly Row[]) =>
    print([heading(`${lesson.number} ${lesson.title}: ${step}`, '', width, room.glyphs), ...rows, row()]);
  const outcomeOf = (own: LessonProgress, outcome: Outcome) => ({
    lesson,
    own,
    shown: { kind: 'outcome', outcome } as const,
  });
  return {
    opening: () => titled('do', paragraphs(lesson.opening, room)),
    sandbox: (settings, blocks) =>
      print([
        ...lesson.controls.map((control) => settingRow(control, settings)),
        row(),
        ...blocks.flatMap((block) => blockRows(block, room)),
        row(),
      ]),
    questions: () =>
      titled('predict', [...paragraphs(lesson.wager, room), ...lesson.questions.flatMap(questionRow)]),
    locked: (predictions) =>
      print([
        ...lesson.questions.map((control) =>
          row(` locked: ${control.ask}: ${valueText(control, predictions[control.name])}`),
        ),
        row(),
      ]),
    see: (own, outcome) => titled('see', seeRows(outcomeOf(own, outcome), room)),
    explain: (own, outcome) => titled('explain', explainRows(outcomeOf(own, outcome), room)),
  };

  function questionRow(control: Control): Row[] {
    return paragraphs([`${control.name}: ${control.ask}? (${expectedText(control)})`], room);
  }
}

function settingRow(control: Control, settings: Values): Row {
  return row(` ${control.name}=${settings[control.name]}  ${control.ask} (${expectedText(control)})`);
}
