import { basename } from 'node:path';
import type { ExplainedLine } from '../../../../environments/scenario/explainRule.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import type { RuleAdvice } from '../../../replay/advice/ruleAdvice.ts';
import { figure } from '../../formatNumber.ts';
import { printable } from '../../printable.ts';
import { type Row, row, type Span, span, widthOf } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';
import { type FormulaRoom, formulaWords, labelOf } from './formulaRows.ts';
import { takenWords } from './takenWords.ts';

/** Paths up to this long are written out; of longer ones the file's name is. */
const PATH = 48;

/** The lines of the rule up to the one that decided, with the values they looked at, and what was done. */
export function ruleRows(advice: RuleAdvice, room: FormulaRoom): Row[] {
  const { rule } = advice;
  return [
    ...sentence(titleWords(advice, room), 'strong', room),
    ...rule.lines.flatMap((line, k) => lineRows(line, k + 1, room)),
    ...restRows(advice, room),
    ...takenWords(advice, room.program).flatMap((words) => sentence(words, 'accent', room)),
  ];
}

function titleWords(advice: RuleAdvice, { program }: FormulaRoom): string {
  const { rule, day, decidedOn } = advice;
  const { lines, count, holds } = rule;
  const does = doesWords(rule.probabilities, program);
  const why = holds ? `${does}, by line ${lines.length} of ${count}` : `no line holds, so ${does}, the first action`;
  const since = decidedOn < day ? `, decided on day ${decidedOn}` : '';
  return `the rule ${rule.name}: ${why}${placeOf(advice)}${since}`;
}

/** Of the line that decided, or of the first one where none did. */
function placeOf({ places, rule: { lines, holds } }: RuleAdvice): string {
  const place = places?.[holds ? lines.length - 1 : 0];
  if (!place) return '';
  const file = printable(place.file);
  return ` (${widthOf(file) > PATH ? basename(file) : file}:${place.line})`;
}

function lineRows({ when, holds, probabilities }: ExplainedLine, number: number, room: FormulaRoom): Row[] {
  const { program, glyphs, width } = room;
  const style = holds ? 'accent' : 'faint';
  const does = `${glyphs.arrow} ${doesWords(probabilities, program)}`
    .split(' ')
    .map((word) => span(word, style));
  const formula = when
    ? formulaWords(when, (name, value) => seenWords(program, name, value))
    : [span('always')];
  return wordWrap(
    labelOf(`line ${number}`, holds ? 'yes' : 'no', room),
    [...formula, span(''), ...does],
    width - 1,
  );
}

/** What a line does: an action, or actions with the probabilities they are drawn with. */
function doesWords(probabilities: readonly number[], { actions }: Program): string {
  const certain = probabilities.indexOf(1);
  if (certain >= 0) return actions[certain].name;
  const drawn = actions.flatMap(({ name }, k) =>
    probabilities[k] > 0 ? [`${name} ${figure(probabilities[k], 3)}`] : [],
  );
  return `draws ${drawn.join(', ')}`;
}

/** An observed name or a parameter with its value; members of closed lists by their names. */
function seenWords({ observe }: Program, name: string, value: number): string {
  const members = observe.find((observed) => observed.name === name)?.members;
  return `${name} ${members?.[value] ?? figure(value)}`;
}

/** Which lines nobody looked at any more. */
function restRows({ rule: { lines, count } }: RuleAdvice, room: FormulaRoom): Row[] {
  const [first, rest] = [lines.length + 1, count - lines.length];
  if (rest === 0) return [];
  const which = rest === 1 ? `line ${first}, the last, was` : `lines ${first} to ${count} were`;
  return sentence(`${which} not looked at`, 'faint', room);
}

function sentence(words: string, style: Span['style'], { width }: FormulaRoom): Row[] {
  return wordWrap(
    row(' '),
    words.split(' ').map((word) => span(word, style)),
    width - 1,
  );
}
