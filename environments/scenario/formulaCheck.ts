import { quoted } from './diagnostics.ts';
import type {
  AccessorNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  SymbolNode,
} from './mathjs.ts';
import { checkCall } from './nodes/call.ts';
import { type Checked, type NodeContext, pass, refuse } from './nodes/context.ts';
import { checkLookup, isLookup } from './nodes/lookup.ts';
import { checkAttribute, checkName } from './nodes/name.ts';
import { checkConditional, checkOperator, checkRelation } from './nodes/operator.ts';

/** Checks a mathjs node against the closed list of what a formula may contain. */
export function checkNode(node: MathNode, context: NodeContext): Checked {
  switch (node.type) {
    case 'ConstantNode':
      return checkConstant(node as ConstantNode, context);
    case 'ParenthesisNode':
      return checkNode((node as unknown as { content: MathNode }).content, context);
    case 'SymbolNode':
      return checkName(node as SymbolNode, context);
    case 'AccessorNode':
      return isLookup(node as AccessorNode)
        ? checkLookup(node as AccessorNode, context)
        : checkAttribute(node as AccessorNode, context);
    case 'OperatorNode':
      return checkOperator(node as OperatorNode, context);
    case 'RelationalNode':
      return checkRelation(node as unknown as { conditionals: string[]; params: MathNode[] }, context);
    case 'ConditionalNode':
      return checkConditional(node as ConditionalNode, context);
    case 'FunctionNode':
      return checkCall(node as FunctionNode, context);
    default:
      return refuse(
        context,
        `${NODE_WORDS[node.type] ?? 'this'} cannot be used in a formula`,
        pass(node, context),
      );
  }
}

const NODE_WORDS: Readonly<Record<string, string>> = {
  AssignmentNode: 'an assignment (=; compare with ==)',
  FunctionAssignmentNode: 'a function definition',
  ArrayNode: 'a list in [ ]',
  ObjectNode: 'an object in { }',
  BlockNode: 'more than one statement',
  RangeNode: 'a range (:)',
  IndexNode: 'an index',
};

function checkConstant(node: ConstantNode, context: NodeContext): Checked {
  const value = node.value as unknown;
  const offset = context.locate(String(value)) ?? 0;
  if (typeof value === 'boolean') return { expression: { kind: 'boolean', value }, math: node, offset };
  if (typeof value !== 'number') return refuse(context, `expected a number, got ${quoted(value)}`, offset);
  if (!Number.isFinite(value))
    return refuse(context, `numbers must be finite, got ${node.toString()}`, offset);
  return { expression: { kind: 'number', value }, math: node, offset };
}
