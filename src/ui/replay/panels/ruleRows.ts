import { basename } from 'node:path';
import type { ExplainedFormula } from '../../../../environments/scenario/explain.ts';
import type { ExplainedLine } from '../../../../environments/scenario/explainRule.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import type { RuleAdvice } from '../../../replay/advice/ruleAdvice.ts';
import { apart, figure } from '../../formatNumber.ts';
import { printable } from '../../printable.ts';
import { type Row, row, type Span, span, widthOf } from '../../row.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import { type FormulaRoom, formulaWords, type InputWords, labelOf } from './formulaRows.ts';
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
  const why = holds
    ? `${does}, by line ${lines.length} of ${count}`
    : `no line holds, so ${does}, the first action`;
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
  const [first, ...rest] = wordsOf(doesWords(probabilities, program), holds ? 'accent' : 'faint');
  const does = [span(`${glyphs.arrow} ${first.text}`, first.style), ...rest];
  const formula = when ? formulaWords(when, seenIn(when, program)) : [span('always')];
  const label = labelOf(`line ${number}`, holds ? 'yes' : 'no', room);
  return wordWrap(label, [...formula, span(''), ...does], width - 1);
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

/** Names with their values, members of closed lists by their names. */
function seenIn({ text, inputs }: ExplainedFormula, { observe }: Program): InputWords {
  const written = [...text.matchAll(NUMBERS)].map(([number]) => Number(number));
  const others = [...written, ...inputs.map(({ value }) => value)];
  return (name, value) => {
    const members = observe.find((observed) => observed.name === name)?.members;
    return `${name} ${members?.[value] ?? unlike(value, others)}`;
  };
}

const NUMBERS = /\d+(?:\.\d+)?/g;

/** A number with as many digits as it takes to tell it from each of some others, so that a verdict can be checked. */
function unlike(value: number, others: readonly number[]): string {
  const texts = others.filter((other) => other !== value).map((other) => apart(value, other)[0]);
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), figure(value));
}

/** Which lines nobody looked at any more. */
function restRows({ rule: { lines, count } }: RuleAdvice, room: FormulaRoom): Row[] {
  const [first, rest] = [lines.length + 1, count - lines.length];
  if (rest === 0) return [];
  const several = `lines ${first} ${rest === 2 ? 'and' : 'to'} ${count} were`;
  const which = rest === 1 ? `line ${first}, the last, was` : several;
  return sentence(`${which} not looked at`, 'faint', room);
}

function sentence(words: string, style: Span['style'], { width }: FormulaRoom): Row[] {
  return wordWrap(row(' '), wordsOf(words, style), width - 1);
}
