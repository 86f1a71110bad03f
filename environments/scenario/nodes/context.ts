import type { Expression } from '../expression.ts';
import { type EnumType, typeOf } from '../expression.ts';
import type { ReportProblem } from '../formula.ts';
import type { FormulaScope } from '../formulaScope.ts';
import { ConstantNode, type MathNode, type SymbolNode } from '../mathjs.ts';

/** What checking one formula carries along. */
export interface NodeContext {
  readonly scope: FormulaScope;
  readonly report: ReportProblem;
  readonly text: string;
  /** offset of the next use of a name or number, in the order of the text */
  readonly locate: (word: string) => number | undefined;
  /** draws seen so far */
  draws: number;
  /** checks a part of the node at hand */
  readonly check: (node: MathNode) => Checked;
  /** the same formula, with other names */
  readonly within: (scope: FormulaScope) => NodeContext;
}

/** A checked node, and the node mathjs shall evaluate for it. */
export interface Checked {
  readonly expression: Expression;
  readonly math: MathNode;
  /** where its first name or number stands in the text */
  readonly offset: number;
}

/** What stands in for a part that was refused. */
export const NOTHING = { expression: { kind: 'number', value: 0 }, math: new ConstantNode(0) } as const;

/** Leaves out a node that is refused as a whole, and tells where its first name or number stands. */
export function pass(node: MathNode, { locate }: NodeContext): number {
  const offsets: number[] = [];
  node.traverse((part) => {
    const word = wordOf(part);
    const offset = word === undefined ? undefined : locate(word);
    if (offset !== undefined) offsets.push(offset);
  });
  return offsets.length > 0 ? Math.min(...offsets) : 0;
}

function wordOf(node: MathNode): string | undefined {
  if (node.type === 'SymbolNode' || node.type === 'FunctionAssignmentNode') return (node as SymbolNode).name;
  return node.type === 'ConstantNode' ? String((node as ConstantNode).value) : undefined;
}

/** Reports a broken rule; the rest of the formula is still checked. */
export function refuse(context: NodeContext, message: string, offset: number): Checked {
  context.report(offset, message);
  return { ...NOTHING, offset };
}

/** The closed list that a part's value comes from; undefined for numbers and conditions. */
export function enumOf(part: Checked): EnumType | undefined {
  const type = typeOf(part.expression);
  return type === 'number' || type === 'boolean' ? undefined : type;
}

/** Refuses arithmetic on closed lists. */
export function plain(part: Checked, context: NodeContext): Checked {
  const type = enumOf(part);
  return type ? refuse(context, `a ${type} is not a number; compare it: ${type} == name`, part.offset) : part;
}

export const expressionOf = (part: Checked): Expression => part.expression;
export const mathOf = (part: Checked): MathNode => part.math;
