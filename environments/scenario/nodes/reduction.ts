import { quoted } from '../diagnostics.ts';
import type { FunctionName, Operator } from '../expression.ts';
import { REDUCTIONS } from '../functions.ts';
import {
  ConstantNode,
  type FunctionNode,
  FunctionNode as MathFunction,
  type MathNode,
  operatorNode,
  SymbolNode,
} from '../mathjs.ts';
import { type Checked, expressionOf, mathOf, NOTHING, type NodeContext, pass, refuse } from './context.ts';
import { elementsOf } from './element.ts';
import { operatorOf } from './operatorOf.ts';

/** sum(vector) or dot(vector, vector), written out over the elements. */
export function checkReduction(
  node: FunctionNode,
  name: keyof typeof REDUCTIONS,
  offset: number,
  context: NodeContext,
): Checked {
  const { vectors, about } = REDUCTIONS[name];
  const count = node.args.length;
  if (count !== vectors) {
    for (const argument of node.args) pass(argument, context);
    const problem = `${name} takes ${vectors} vector${vectors === 1 ? '' : 's'}, got ${count}: ${about}`;
    return refuse(context, problem, offset);
  }
  const lists = node.args.map((argument) => vectorOf(argument, context));
  const [first, second = first] = lists;
  if (!first || !second) return { ...NOTHING, offset };
  if (first.length !== second.length) {
    const lengths = `${node.args[0]} has ${first.length} elements and ${node.args[1]} ${second.length}`;
    return refuse(context, `dot takes two vectors of one length; ${lengths}`, second[0].offset);
  }
  const products = first.map((part, k) => (name === 'dot' ? apply('*', 'multiply', part, second[k]) : part));
  return { ...products.reduce((sum, part) => apply('+', 'add', sum, part)), offset };
}

/** min(vector) or max(vector): the smallest or largest element. */
export function checkExtreme(
  node: FunctionNode,
  name: Extract<FunctionName, 'min' | 'max'>,
  offset: number,
  context: NodeContext,
): Checked {
  const parts = vectorOf(node.args[0], context) ?? [];
  if (parts.length === 1) return parts[0];
  return {
    expression: { kind: 'function', name, arguments: parts.map(expressionOf) },
    math: new MathFunction(new SymbolNode(name), parts.map(mathOf)),
    offset,
  };
}

function apply(operator: Operator, fn: string, left: Checked, right: Checked): Checked {
  return operatorOf(operator, operatorNode(operator, fn, [left.math, right.math]), [left, right]);
}

/** Whether a node names a vector, or a table with one index. */
export function isVector(node: MathNode, { scope }: NodeContext): boolean {
  const { name, type } = node as SymbolNode;
  const table = scope.tables.get(name);
  return (
    type === 'SymbolNode' &&
    (scope.names.get(name)?.length !== undefined || (table !== undefined && !table.columns))
  );
}

/** The elements of a vector or of a table with one index; reports anything else. */
function vectorOf(node: MathNode, context: NodeContext): Checked[] | undefined {
  const { scope } = context;
  if (!isVector(node, context)) {
    const problem = `expected the name of a vector, got ${quoted(node.toString())}`;
    const offset = pass(node, context);
    const reason = scope.unavailable.get((node as SymbolNode).name);
    refuse(context, reason === undefined ? problem : `${problem}: ${reason}`, offset);
    return undefined;
  }
  const { name } = node as SymbolNode;
  const offset = context.locate(name) ?? 0;
  const table = scope.tables.get(name);
  if (!table) return elementsOf(name, offset, context);
  return table.values.map((value) => ({
    expression: { kind: 'number', value },
    math: new ConstantNode(value),
    offset,
  }));
}
