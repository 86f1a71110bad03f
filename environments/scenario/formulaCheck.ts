import { quoted, suggestion } from './diagnostics.ts';
import { type EnumType, type Expression, type Operator, typeOf, type ValueType } from './expression.ts';
import type { ReportProblem } from './formula.ts';
import type { FormulaScope } from './formulaScope.ts';
import { DISTRIBUTIONS, FUNCTIONS, isDistribution, isFunction, type Signature } from './functions.ts';
import {
  type AccessorNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  type MathNode,
  type OperatorNode,
  operatorNode,
  SymbolNode,
  textNode,
} from './mathjs.ts';

/** What checking one formula carries along. */
export interface NodeContext {
  readonly scope: FormulaScope;
  readonly report: ReportProblem;
  readonly text: string;
  /** offset of the next use of a name or number, in the order of the text */
  readonly locate: (word: string) => number | undefined;
  /** draws seen so far */
  draws: number;
}

/** A checked node, and the node mathjs shall evaluate for it. */
export interface Checked {
  readonly expression: Expression;
  readonly math: MathNode;
  /** where its first name or number stands in the text */
  readonly offset: number;
}

const NOTHING = { expression: { kind: 'number', value: 0 }, math: new ConstantNode(0) } as const;
const COMPARISONS: readonly Operator[] = ['<', '<=', '>', '>=', '==', '!='];
const LOGIC: readonly Operator[] = ['and', 'or', 'xor', 'not'];
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
      return checkAttribute(node as AccessorNode, context);
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

/** Leaves out a node that is refused as a whole, and tells where its first name or number stands. */
function pass(node: MathNode, { locate }: NodeContext): number {
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

const NODE_WORDS: Readonly<Record<string, string>> = {
  AssignmentNode: 'an assignment (=; compare with ==)',
  FunctionAssignmentNode: 'a function definition',
  ArrayNode: 'a list in [ ]',
  ObjectNode: 'an object in { }',
  BlockNode: 'more than one statement',
  RangeNode: 'a range (:)',
  IndexNode: 'an index',
};

function refuse(context: NodeContext, message: string, offset: number): Checked {
  context.report(offset, message);
  return { ...NOTHING, offset };
}

function checkConstant(node: ConstantNode, context: NodeContext): Checked {
  const value = node.value as unknown;
  const offset = context.locate(String(value)) ?? 0;
  if (typeof value === 'boolean') return { expression: { kind: 'boolean', value }, math: node, offset };
  if (typeof value !== 'number') return refuse(context, `expected a number, got ${quoted(value)}`, offset);
  if (!Number.isFinite(value))
    return refuse(context, `numbers must be finite, got ${node.toString()}`, offset);
  return { expression: { kind: 'number', value }, math: node, offset };
}

function checkName(node: SymbolNode, context: NodeContext): Checked {
  const { scope } = context;
  const offset = context.locate(node.name) ?? 0;
  const visible = scope.names.get(node.name);
  if (visible) {
    const { source, type } = visible;
    return {
      expression: { kind: 'reference', source, name: node.name, type },
      math: new SymbolNode(node.name),
      offset,
    };
  }
  const reason = scope.unavailable.get(node.name) ?? memberHint(node.name, scope);
  if (reason) return refuse(context, `"${node.name}" cannot be used here: ${reason}`, offset);
  const known = [...scope.names.keys(), 'true', 'false'];
  return refuse(context, `unknown name ${quoted(node.name)}${suggestion(node.name, known)}`, offset);
}

function memberHint(name: string, scope: FormulaScope): string | undefined {
  if (isFunction(name) || isDistribution(name)) return 'it is a function; give it arguments in ( )';
  const type = (Object.keys(scope.members) as EnumType[]).find((t) => scope.members[t].includes(name));
  return type && `it is a ${type}; write ${type === 'family' ? 'action.family' : type} == ${name}`;
}

function checkAttribute(node: AccessorNode, context: NodeContext): Checked {
  const object = node.object as SymbolNode;
  const { dotNotation } = node.index as unknown as { dotNotation: boolean };
  const plainDot = dotNotation && !(node as unknown as { optionalChaining: boolean }).optionalChaining;
  if (object.type !== 'SymbolNode' || object.name !== 'action' || !plainDot) {
    return refuse(context, 'only action.<attribute> can be read, with a dot', pass(node, context));
  }
  const offset = context.locate('action') ?? 0;
  const { name } = node;
  if (context.scope.names.get('action')?.source !== 'builtin') {
    const reason = context.scope.unavailable.get('action') ?? 'no action has been taken yet';
    return refuse(context, `"action" cannot be used here: ${reason}`, offset);
  }
  if (name === 'family') return attributeOf(name, 'family', offset);
  if (!context.scope.attributes.includes(name)) {
    const problem = `actions have no attribute ${quoted(name)}`;
    const choices = [...context.scope.attributes, 'family'];
    return refuse(
      context,
      problem + suggestion(name, choices),
      context.text.indexOf(name, offset + 'action'.length),
    );
  }
  return attributeOf(name, 'number', offset);
}

function attributeOf(name: string, type: ValueType, offset: number): Checked {
  return { expression: { kind: 'attribute', name, type }, math: new SymbolNode(`action.${name}`), offset };
}

function checkOperator(node: OperatorNode, context: NodeContext): Checked {
  const { fn, implicit, isPercentage } = node as unknown as OperatorDetails;
  if (implicit) {
    const [, right] = node.args.map((argument) => checkNode(argument, context));
    return refuse(context, `write the multiplication in ${quoted(node.toString())} with *`, right.offset);
  }
  if (fn === 'unaryPlus') return checkNode(node.args[0], context);
  const operator = Object.hasOwn(OPERATORS, fn) ? OPERATORS[fn] : undefined;
  if (isPercentage)
    return refuse(context, 'write a percentage as a part of 1: 0.1 for 10%', pass(node, context));
  if (!operator)
    return refuse(context, `the operator "${node.op}" cannot be used in a formula`, pass(node, context));
  if (operator === '==' || operator === '!=') return checkEquality(operator, fn, node, context);
  const parts = node.args.map((argument) => plain(checkNode(argument, context), context));
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

function operatorOf(operator: Operator, math: MathNode, parts: readonly Checked[]): Checked {
  const type = COMPARISONS.includes(operator) || LOGIC.includes(operator) ? 'boolean' : 'number';
  const [{ offset }] = parts;
  return {
    expression: { kind: 'operator', operator, arguments: parts.map(expressionOf), type },
    math,
    offset,
  };
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

/** Compares numbers and conditions, or a closed list with one of its members. */
function checkEquality(operator: Operator, fn: string, node: OperatorNode, context: NodeContext): Checked {
  const member = memberSides(node.args, context);
  const parts = node.args.map((argument, i) =>
    member && i === member.side
      ? memberOf(argument as SymbolNode, member.type, context)
      : checkNode(argument, context),
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

function enumOf(part: Checked): EnumType | undefined {
  const type = typeOf(part.expression);
  return type === 'number' || type === 'boolean' ? undefined : type;
}

/** Refuses arithmetic on closed lists. */
function plain(part: Checked, context: NodeContext): Checked {
  const type = enumOf(part);
  return type ? refuse(context, `a ${type} is not a number; compare it: ${type} == name`, part.offset) : part;
}

/** a < b < c means a < b and b < c, as in mathjs. */
function checkRelation(node: { conditionals: string[]; params: MathNode[] }, context: NodeContext): Checked {
  const parts = node.params.map((parameter) => plain(checkNode(parameter, context), context));
  const pairs = node.conditionals.map((fn, i) => {
    const pair = [parts[i], parts[i + 1]];
    return operatorOf(OPERATORS[fn], operatorNode(fn, fn, pair.map(mathOf)), pair);
  });
  return pairs.reduce((all, pair) =>
    operatorOf('and', operatorNode('and', 'and', [all.math, pair.math]), [all, pair]),
  );
}

function checkConditional(node: ConditionalNode, context: NodeContext): Checked {
  const parts = [node.condition, node.trueExpr, node.falseExpr].map((n) =>
    plain(checkNode(n, context), context),
  );
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

function checkCall(node: FunctionNode, context: NodeContext): Checked {
  const name = (node.fn as unknown as SymbolNode).name;
  if ((node.fn as unknown as MathNode).type !== 'SymbolNode')
    return refuse(context, 'only functions of the language can be called', pass(node, context));
  const offset = context.locate(name) ?? 0;
  if (isDistribution(name)) return checkDraw(node, name, offset, context);
  if (!isFunction(name)) {
    const choices = [...Object.keys(FUNCTIONS), ...Object.keys(DISTRIBUTIONS)];
    for (const argument of node.args) checkNode(argument, context);
    return refuse(context, `unknown function ${quoted(name)}${suggestion(name, choices)}`, offset);
  }
  const parts = checkArguments(node, name, FUNCTIONS[name], offset, context);
  const expression: Expression = { kind: 'function', name, arguments: parts.map(expressionOf) };
  return { expression, math: new FunctionNode(new SymbolNode(name), parts.map(mathOf)), offset };
}

function checkDraw(
  node: FunctionNode,
  distribution: keyof typeof DISTRIBUTIONS,
  offset: number,
  context: NodeContext,
): Checked {
  const { scope } = context;
  if (scope.noDraws !== undefined) {
    for (const argument of node.args) checkNode(argument, context);
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
  return node.args.map((argument) => plain(checkNode(argument, context), context));
}

const expressionOf = (part: Checked): Expression => part.expression;
const mathOf = (part: Checked): MathNode => part.math;
