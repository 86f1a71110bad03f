import type { Expression } from './expression.ts';
import { checkNode } from './formulaCheck.ts';
import type { FormulaScope } from './formulaScope.ts';
import { type MathNode, parseText } from './mathjs.ts';
import type { NodeContext } from './nodes/context.ts';
import { LIMITS } from './schemaParts.ts';

/** A checked formula: its text, its syntax tree, and the same tree for mathjs with every name made safe. */
export interface Formula {
  readonly text: string;
  readonly expression: Expression;
  /** evaluated by the explaining reading only; enum names are numbers, draws carry their purpose */
  readonly math: MathNode;
}

export type ReportProblem = (offset: number, message: string) => void;

const MAX_BRACKETS = 60;
const MAX_DEPTH = 200;
const TOO_DEEP = `a formula nests at most ${MAX_DEPTH} operations`;

/**
 * Parses and checks one formula. Nothing is evaluated.
 *
 * @param source the formula as written: text, number or boolean
 * @param scope the names it may use
 * @param report called with the offset in the text and the rule that is broken
 * @returns the formula, or undefined where it has a mistake
 */
export function checkFormula(
  source: string | number | boolean,
  scope: FormulaScope,
  report: ReportProblem,
): Formula | undefined {
  // A block of several lines is one formula; offsets stay.
  const text = String(source).replace(/\s/g, ' ').trimEnd();
  let failed = false;
  const fail: ReportProblem = (offset, message) => {
    failed = true;
    report(offset, message);
  };
  const node = parse(text, fail);
  if (!node) return undefined;
  const locate = positions(text);
  const contextOf = (names: FormulaScope): NodeContext => {
    const context: NodeContext = {
      scope: names,
      text,
      report: fail,
      locate,
      draws: 0,
      check: (part) => checkNode(part, context),
      within: contextOf,
    };
    return context;
  };
  const { expression, math } = checkNode(node, contextOf(scope));
  return failed ? undefined : { text, expression, math };
}

function parse(text: string, fail: ReportProblem): MathNode | undefined {
  if (text.length > LIMITS.formulaLength) {
    fail(0, `a formula has at most ${LIMITS.formulaLength} characters, this one has ${text.length}`);
    return undefined;
  }
  if ((text.match(/[([{]/g)?.length ?? 0) > MAX_BRACKETS) {
    fail(0, `a formula has at most ${MAX_BRACKETS} brackets`);
    return undefined;
  }
  if (text.includes('#')) {
    fail(text.indexOf('#'), 'a comment (#) cannot stand in a formula');
    return undefined;
  }
  try {
    const node = parseText(text);
    if (!isDeeper(node, MAX_DEPTH)) return node;
    fail(0, TOO_DEEP);
    return undefined;
  } catch (error) {
    const { message, char } = error as { message: string; char?: number };
    if (error instanceof RangeError) fail(0, TOO_DEEP);
    else fail(Math.max((char ?? 1) - 1, 0), `not a formula: ${message.replace(/\s*\(char \d+\)/, '')}`);
    return undefined;
  }
}

function isDeeper(node: MathNode, depth: number): boolean {
  if (depth === 0) return true;
  let deeper = false;
  node.forEach((part) => {
    deeper ||= isDeeper(part, depth - 1);
  });
  return deeper;
}

const NAMES_AND_NUMBERS =
  /(?<![\p{L}\p{N}_$.])(?:[\p{L}_$][\p{L}\p{N}_$]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/gu;

/** Finds the n-th use of each name and number in the text, as mathjs keeps no positions. */
function positions(text: string): NodeContext['locate'] {
  const offsets = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(NAMES_AND_NUMBERS)) {
    const key = /^[.\d]/.test(word) ? String(Number(word)) : word;
    offsets.set(key, [...(offsets.get(key) ?? []), index]);
  }
  return (word) => offsets.get(word)?.shift();
}
