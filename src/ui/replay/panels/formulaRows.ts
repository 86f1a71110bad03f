import type { ExplainedFormula } from '../../../../environments/scenario/explain.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { figure } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clip, type Row, row, type Span, span, widthOf } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';
import { drawWords } from './drawWords.ts';
import { inputWords } from './inputWords.ts';

/** What formulas are set in: the room, and the widths of the names and values before them. */
export interface FormulaRoom extends Room {
  readonly program: Program;
  readonly name: number;
  readonly value: number;
}

const NAME_MOST = 16;
const VALUE = 8;

/** The columns that a group of formulas shares. */
export function formulaRoom(program: Program, names: readonly string[], room: Room): FormulaRoom {
  const name = Math.min(Math.max(...names.map(widthOf), 0), NAME_MOST);
  return { ...room, program, name, value: VALUE };
}

/** `name = value   formula   (inputs with values)   draws`, on as many lines as it takes. */
export function formulaRows(
  explained: ExplainedFormula,
  room: FormulaRoom,
  valueText = figure(explained.value),
): Row[] {
  const { name, draws } = explained;
  const label = labelOf(name, valueText, room);
  const drawn = draws.flatMap((draw) => [span('', 'plain'), span(drawWords(draw, room.glyphs), 'accent')]);
  return wordWrap(label, [...formulaWords(explained, namesIn(room.program)), ...drawn], room.width - 1);
}

/** ` name = value  `, as wide for every formula of a group. */
export function labelOf(
  name: string,
  value: string,
  { name: width, value: digits, glyphs }: FormulaRoom,
): Row {
  return row(` ${clip(name, width, glyphs).padEnd(width)} = `, span(value.padEnd(digits), 'strong'), '  ');
}

/** A name with its value in words. */
export type InputWords = (name: string, value: number) => string;

/** Names of a day's formulas with their values in words. */
export function namesIn(program: Program): InputWords {
  return (name, value) => inputWords(program, name, value);
}

/** The formula as written, then the names in it with their values. */
export function formulaWords({ text, inputs }: ExplainedFormula, wordsOf: InputWords): Span[] {
  const words = text.trim().split(/\s+/);
  if (inputs.length === 0) return words.map((word) => span(word));
  const last = inputs.length - 1;
  const values = inputs.map(({ name, value }, k) => {
    const shown = wordsOf(name, value);
    return span(`${k === 0 ? '(' : ''}${shown}${k === last ? ')' : ','}`, 'faint');
  });
  return [...words.map((word) => span(word)), span(''), ...values];
}
