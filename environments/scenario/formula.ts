import type { Expression } from './expression.ts';
import { checkNode, type NodeContext } from './formulaCheck.ts';
import type { FormulaScope } from './formulaScope.ts';
import { type MathNode, parseText } from './mathjs.ts';
import { LIMITS } from './schema.ts';

/** A checked formula: its text, its syntax tree, and the same tree for mathjs with every name made safe. */
export interface Formula {
  readonly text: string;
  readonly expression: Expression;
  /** evaluated by the explaining reading only; enum names are numbers, draws carry their purpose */
  readonly math: MathNode;
}

export type ReportProblem = (offset: number, message: string) => void;

const MAX_NESTING = 60;

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
  const text = String(source);
  let failed = false;
  const fail: ReportProblem = (offset, message) => {
    failed = true;
    report(offset, message);
  };
  const node = parse(text, fail);
  if (!node) return undefined;
  const context: NodeContext = { scope, report: fail, ...positions(text), draws: 0 };
  try {
    const { expression, math } = checkNode(node, context);
    return failed ? undefined : { text, expression, math };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(0, 'nested too deeply');
    return undefined;
  }
}

function parse(text: string, fail: ReportProblem): MathNode | undefined {
  if (text.length > LIMITS.formulaLength) {
    fail(0, `a formula has at most ${LIMITS.formulaLength} characters, this one has ${text.length}`);
    return undefined;
  }
  if ((text.match(/[([{]/g)?.length ?? 0) > MAX_NESTING) {
    fail(0, `a formula has at most ${MAX_NESTING} brackets`);
    return undefined;
  }
  try {
    return parseText(text);
  } catch (error) {
    const { message, char } = error as { message: string; char?: number };
    if (error instanceof RangeError) fail(0, 'nested too deeply');
    else fail(Math.max((char ?? 1) - 1, 0), `not a formula: ${message.replace(/\s*\(char \d+\)/, '')}`);
    return undefined;
  }
}

/** Finds the n-th use of each name in the text, as mathjs keeps no positions. */
function positions(text: string): Pick<NodeContext, 'locate'> {
  const offsets = new Map<string, number[]>();
  for (const match of text.matchAll(/(?<![\w.$])[A-Za-z_$][\w$]*/g)) {
    const list = offsets.get(match[0]) ?? [];
    list.push(match.index);
    offsets.set(match[0], list);
  }
  return { locate: (name) => offsets.get(name)?.shift() ?? 0 };
}
