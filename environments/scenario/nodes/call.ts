import { quoted, suggestion } from '../diagnostics.ts';
import type { Expression } from '../expression.ts';
import type { AggregateScope } from '../formulaScope.ts';
import {
  AGGREGATES,
  DISTRIBUTIONS,
  FUNCTIONS,
  isAggregate,
  isDistribution,
  isFunction,
  isReduction,
  REDUCTIONS,
  type Signature,
} from '../functions.ts';
import { FunctionNode, type MathNode, SymbolNode, textNode } from '../mathjs.ts';
import type { Aggregate } from '../program.ts';
import { type Checked, expressionOf, mathOf, type NodeContext, pass, plain, refuse } from './context.ts';
import { checkExtreme, checkReduction } from './reduction.ts';

/** A function or draw out of the closed lists. */
export function checkCall(node: FunctionNode, context: NodeContext): Checked {
  const name = (node.fn as unknown as SymbolNode).name;
  if ((node.fn as unknown as MathNode).type !== 'SymbolNode')
    return refuse(context, 'only functions of the language can be called', pass(node, context));
  const offset = context.locate(name) ?? 0;
  if (isReduction(name)) return checkReduction(node, name, offset, context);
  if ((name === 'min' || name === 'max') && node.args.length === 1 && !isNumber(node.args[0], context))
    return checkExtreme(node, name, offset, context);
  if (isDistribution(name)) return checkDraw(node, name, offset, context);
  const { aggregates } = context.scope;
  if (aggregates && isAggregate(name)) return checkAggregate(node, name, aggregates, offset, context);
  if (!isFunction(name)) {
    if (isAggregate(name)) return refuse(context, `${name}() cannot be used here: ${ONCE}`, offset);
    const choices = [
      ...(aggregates ? Object.keys(AGGREGATES) : []),
      ...Object.keys(FUNCTIONS),
      ...Object.keys(DISTRIBUTIONS),
      ...Object.keys(REDUCTIONS),
    ];
    for (const argument of node.args) context.check(argument);
    return refuse(context, `unknown function ${quoted(name)}${suggestion(name, choices)}`, offset);
  }
  const parts = checkArguments(node, name, FUNCTIONS[name], offset, context);
  const expression: Expression = { kind: 'function', name, arguments: parts.map(expressionOf) };
  return { expression, math: new FunctionNode(new SymbolNode(name), parts.map(mathOf)), offset };
}

const ONCE =
  'it is asked once for all users, in reward, observe, metrics and rates of a file with decision: product';

/** A figure over users: one name outside, a formula about one user inside. */
function checkAggregate(
  node: FunctionNode,
  over: Aggregate['over'],
  { users, add }: AggregateScope,
  offset: number,
  context: NodeContext,
): Checked {
  const [part] = checkArguments(node, over, AGGREGATES[over], offset, context.within(users));
  const name = `${over}(${node.args[0]?.toString() ?? ''})`;
  if (part) {
    const formula = { text: node.args[0].toString(), expression: part.expression, math: part.math };
    add({ name, over, formula });
  }
  const expression: Expression = { kind: 'reference', source: 'aggregate', name, type: 'number' };
  return { expression, math: new SymbolNode(name), offset };
}

function checkDraw(
  node: FunctionNode,
  distribution: keyof typeof DISTRIBUTIONS,
  offset: number,
  context: NodeContext,
): Checked {
  const { scope } = context;
  if (scope.noDraws !== undefined) {
    for (const argument of node.args) context.check(argument);
    const problem = `${distribution}() cannot be used here: ${scope.noDraws}`;
    return refuse(context, problem, offset);
  }
  const order = context.draws++;
  const parts = checkArguments(node, distribution, DISTRIBUTIONS[distribution], offset, context);
  const purpose = `${scope.place}/${order}`;
  const call = new FunctionNode(new SymbolNode(distribution), [textNode(purpose), ...parts.map(mathOf)]);
  return {
    expression: { kind: 'draw', distribution, arguments: parts.map(expressionOf), purpose },
    math: call,
    offset,
  };
}

function checkArguments(
  node: FunctionNode,
  name: string,
  { least, most, about }: Signature,
  offset: number,
  context: NodeContext,
): readonly Checked[] {
  const count = node.args.length;
  if (count < least || count > most) {
    const expected = least === most ? `${least}` : `${least} to ${most}`;
    refuse(
      context,
      `${name} takes ${expected} argument${most === 1 ? '' : 's'}, got ${count}: ${about}`,
      offset,
    );
  }
  return node.args.map((argument) => plain(context.check(argument), context));
}

/** Whether a node is anything but the name of a vector, or of what cannot be used here. */
function isNumber({ type, name }: MathNode & { name?: string }, { scope }: NodeContext): boolean {
  const visible = name === undefined ? undefined : scope.names.get(name);
  return type !== 'SymbolNode' || (visible !== undefined && visible.length === undefined);
}
