import type { Lesson } from '../../learn/lesson.ts';
import { STEPS } from '../../learn/lesson.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { heading, type Row, row, span, spread } from '../row.ts';
import { screenLines } from '../screen/screenLines.ts';
import type { ScreenSize } from '../screenSize.ts';
import { paragraph } from './blockRows.ts';
import { learnKeys } from './learnKeys.ts';
import { type LearnState, openProgress, type Shown } from './learnState.ts';
import { listRows } from './listRows.ts';
import { doRows, explainRows, predictRows, type StepInput, seeRows } from './stepRows.ts';
import { changeable, currentValue } from './valueKeys.ts';

/** What one screen is drawn from. */
export interface LearnScreenInput {
  readonly state: LearnState;
  readonly lessons: readonly Lesson[];
  readonly shown: Shown;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
}

/** Rows above and below what scrolls: title; message and keys. */
const FRAME = 3;

/** All rows of the screen: never wider than the terminal, and always one fewer than it has. */
export function learnRows(input: LearnScreenInput): Row[] {
  const { state, size, glyphs: set } = input;
  const room: Room = { width: size.columns, glyphs: glyphsOf(set) };
  const space = bodySpace(size);
  const body = bodyOf(input, room);
  const top = Math.min(state.top, Math.max(body.length - space, 0));
  const shown = body.slice(top, top + space);
  const below = body.length - top - shown.length;
  const filled = [...shown, ...new Array<Row>(Math.max(space - shown.length, 0)).fill(row())];
  const rows = [titleRow(input, room), ...filled, messageRow(state, below), keysRow(input, room)];
  return screenLines(rows, size, set);
}

/** Lines that scroll, and how many of them are shown. */
export function linesOf(input: LearnScreenInput): { room: number; lines: number } {
  const room: Room = { width: input.size.columns, glyphs: glyphsOf(input.glyphs) };
  return { room: bodySpace(input.size), lines: bodyOf(input, room).length };
}

function bodySpace({ rows }: ScreenSize): number {
  return Math.max(rows - 1 - FRAME, 0);
}

function bodyOf(input: LearnScreenInput, room: Room): Row[] {
  const { state, lessons } = input;
  if (state.help) return helpRows(room);
  if (state.screen === 'list') return listRows(state, lessons, room);
  const hint = state.hint ? hintRows(input, room) : [];
  return [...hint, ...stepRowsOf(input, room)];
}

function stepRowsOf({ state, lessons, shown }: LearnScreenInput, room: Room): Row[] {
  const lesson = lessons[state.lesson];
  const own = openProgress(state, lessons);
  const input: StepInput = { lesson, own, shown };
  const controls = changeable(state, { lessons });
  const given = (names: readonly { name: string }[]) =>
    Object.fromEntries(names.map(({ name }) => [name, currentValue(state, { lessons }, name)]));
  const cursor = controls.length > 0 ? state.cursor : -1;
  switch (own.step) {
    case 'do':
      return doRows(input, { values: own.settings, cursor }, room);
    case 'predict':
      return predictRows(input, { values: own.predictions ?? given(lesson.questions), cursor }, room);
    case 'see':
      return seeRows(input, room);
    case 'explain':
      return explainRows(input, room);
  }
}

function titleRow({ state, lessons }: LearnScreenInput, { width, glyphs }: Room): Row {
  if (state.screen === 'list') return row(span(' tenure learn', 'strong'));
  const { number, title } = lessons[state.lesson];
  const { step } = openProgress(state, lessons);
  const left = row(span(' tenure learn', 'strong'), `  ${number}  ${title}`);
  const steps = STEPS.flatMap((name) => [
    name === step ? span(` ${name.toUpperCase()} `, 'today') : span(` ${name} `, 'faint'),
  ]);
  return spread(left, row(...steps, ' '), width, glyphs);
}

function messageRow({ message }: LearnState, below: number): Row {
  const more = below > 0 ? `${below} more ${below === 1 ? 'line' : 'lines'} below; space scrolls` : '';
  return row(' ', span(message === '' ? more : message, message === '' ? 'faint' : 'accent'));
}

function keysRow({ state, lessons }: LearnScreenInput, { glyphs }: Room): Row {
  const idle = changeable(state, { lessons }).length === 0;
  const useless = ['change', ...(idle && state.screen === 'lesson' ? ['choose'] : [])];
  const kept = learnKeys.filter(({ brief }) => brief !== undefined && !(idle && useless.includes(brief)));
  const locks = !idle && openProgress(state, lessons).step === 'predict';
  const goOn = state.screen === 'list' ? 'open' : locks ? 'lock' : 'go on';
  return row(
    ...kept.flatMap(({ brief, shown }) => [
      ' ',
      span(shown(glyphs), 'strong'),
      ` ${brief === 'go on' ? goOn : brief} `,
    ]),
  );
}

function hintRows({ state, lessons }: LearnScreenInput, room: Room): Row[] {
  const { step } = openProgress(state, lessons);
  return [
    heading('hint', 'h hides it', room.width, room.glyphs),
    ...paragraph(lessons[state.lesson].hints[step], room, 'accent'),
    heading(step, '', room.width, room.glyphs),
  ];
}

function helpRows(room: Room): Row[] {
  const { width, glyphs } = room;
  const lines = learnKeys.map(({ shown, about }) =>
    row(' ', span(shown(glyphs).padEnd(12), 'strong'), ` ${about}`),
  );
  const steps =
    'Every lesson has four steps. Do: a sandbox without consequences. Predict: say what will come out; it is locked. See: it is computed, here and now. Explain: what it means.';
  return [heading('keys', '', width, glyphs), ...lines, row(), ...paragraph(steps, room)];
}
