import { quoted } from '../diagnostics.ts';
import { type Operator, typeOf } from '../expression.ts';
import { ConditionalNode, type MathNode, type OperatorNode, operatorNode } from '../mathjs.ts';
import { type Checked, expressionOf, mathOf, type NodeContext, pass, plain, refuse } from './context.ts';
import { checkEquality } from './equality.ts';
import { operatorOf } from './operatorOf.ts';

/** mathjs operator functions by our name; anything else that mathjs can parse is refused. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '^',
  mod: 'mod',
  unaryMinus: 'negate',
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
  equal: '==',
  unequal: '!=',
  and: 'and',
  or: 'or',
  xor: 'xor',
  not: 'not',
};
const MAX_POWER = 16;

/** An operator out of the closed list. */
export function checkOperator(node: OperatorNode, context: NodeContext): Checked {
  const { fn, implicit, isPercentage } = node as unknown as OperatorDetails;
  if (implicit) {
    const [, right] = node.args.map((argument) => context.check(argument));
    return refuse(context, `write the multiplication in ${quoted(node.toString())} with *`, right.offset);
  }
  if (fn === 'unaryPlus') return context.check(node.args[0]);
  const operator = Object.hasOwn(OPERATORS, fn) ? OPERATORS[fn] : undefined;
  if (isPercentage)
    return refuse(context, 'write a percentage as a part of 1: 0.1 for 10%', pass(node, context));
  if (!operator)
    return refuse(context, `the operator "${node.op}" cannot be used in a formula`, pass(node, context));
  if (operator === '==' || operator === '!=') return checkEquality(operator, fn, node, context);
  const parts = node.args.map((argument) => plain(context.check(argument), context));
  if (operator === '^') return checkPower(node, parts, context);
  return operatorOf(operator, operatorNode(node.op, fn, parts.map(mathOf)), parts);
}

/** What mathjs knows of an operator besides its types. */
interface OperatorDetails {
  readonly fn: string;
  /** a multiplication without a sign */
  readonly implicit: boolean;
  readonly isPercentage: boolean;
}

function checkPower(node: OperatorNode, parts: readonly Checked[], context: NodeContext): Checked {
  const exponent = parts[1].expression;
  const whole = exponent.kind === 'number' && Number.isInteger(exponent.value);
  if (!whole || exponent.value < 0 || exponent.value > MAX_POWER) {
    return refuse(
      context,
      `an exponent is a whole number from 0 to ${MAX_POWER}; otherwise write exp(b * log(a))`,
      parts[1].offset,
    );
  }
  return operatorOf('^', operatorNode(node.op, 'pow', parts.map(mathOf)), parts);
}

/** a < b < c means a < b and b < c, as in mathjs. */
export function checkRelation(
  node: { conditionals: string[]; params: MathNode[] },
  context: NodeContext,
): Checked {
  const parts = node.params.map((parameter) => plain(context.check(parameter), context));
  const pairs = node.conditionals.map((fn, i) => {
    const pair = [parts[i], parts[i + 1]];
    return operatorOf(OPERATORS[fn], operatorNode(fn, fn, pair.map(mathOf)), pair);
  });
  return pairs.reduce((all, pair) =>
    operatorOf('and', operatorNode('and', 'and', [all.math, pair.math]), [all, pair]),
  );
}

/** test ? yes : no */
export function checkConditional(node: ConditionalNode, context: NodeContext): Checked {
  const parts = [node.condition, node.trueExpr, node.falseExpr].map((n) => plain(context.check(n), context));
  const [test, yes, no] = parts.map(expressionOf);
  const type = typeOf(yes) === 'boolean' && typeOf(no) === 'boolean' ? 'boolean' : 'number';
  const math = new ConditionalNode(parts[0].math, parts[1].math, parts[2].math);
  return {
    expression: { kind: 'conditional', test, yes, no, type },
    // Of a condition and a number, mathjs would give back either; a plus makes both numbers.
    math: type === 'number' ? operatorNode('+', 'unaryPlus', [math]) : math,
    offset: parts[0].offset,
  };
}
