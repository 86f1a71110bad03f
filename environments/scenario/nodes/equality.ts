import { quoted, suggestion } from '../diagnostics.ts';
import type { EnumType, Expression, Operator } from '../expression.ts';
import type { FormulaScope } from '../formulaScope.ts';
import {
  type AccessorNode,
  ConstantNode,
  type MathNode,
  type OperatorNode,
  operatorNode,
  type SymbolNode,
} from '../mathjs.ts';
import { type Checked, enumOf, mathOf, NOTHING, type NodeContext, refuse } from './context.ts';
import { operatorOf } from './operatorOf.ts';

/** Compares numbers and conditions, or a closed list with one of its members. */
export function checkEquality(
  operator: Operator,
  fn: string,
  node: OperatorNode,
  context: NodeContext,
): Checked {
  const member = memberSides(node.args, context);
  const parts = node.args.map((argument, i) =>
    member && i === member.side
      ? memberOf(argument as SymbolNode, member.type, context)
      : context.check(argument),
  );
  if (parts.some(({ math }) => math === NOTHING.math)) return { ...NOTHING, offset: parts[0].offset };
  const [left, right] = parts.map((part) => enumOf(part));
  if (left !== right) {
    const type = left ?? right;
    return refuse(context, `a ${type} can only be compared with the name of a ${type}`, parts[0].offset);
  }
  return operatorOf(operator, operatorNode(node.op, fn, parts.map(mathOf)), parts);
}

/** Which side of a comparison names a member of the closed list on the other side. */
function memberSides(
  args: readonly MathNode[],
  { scope }: NodeContext,
): { side: number; type: EnumType } | undefined {
  const types = args.map((argument) => enumTypeOf(argument, scope));
  const side = types[0] === undefined ? 0 : 1;
  const type = types[1 - side];
  const isMember = type && types[side] === undefined && args[side].type === 'SymbolNode';
  return isMember ? { side, type } : undefined;
}

function enumTypeOf(node: MathNode, scope: FormulaScope): EnumType | undefined {
  if (node.type === 'AccessorNode') return (node as AccessorNode).name === 'family' ? 'family' : undefined;
  if (node.type !== 'SymbolNode') return undefined;
  const type = scope.names.get((node as SymbolNode).name)?.type;
  return type === 'number' || type === 'boolean' ? undefined : type;
}

function memberOf(node: SymbolNode, type: EnumType, context: NodeContext): Checked {
  const members = context.scope.members[type];
  const index = members.indexOf(node.name);
  const offset = context.locate(node.name) ?? 0;
  if (index < 0)
    context.report(offset, `there is no ${type} ${quoted(node.name)}${suggestion(node.name, members)}`);
  const expression: Expression = { kind: 'constant', type, name: node.name, index };
  return { expression, math: new ConstantNode(index), offset };
}
