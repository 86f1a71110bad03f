import type { Distribution, Expression, Operator } from '../scenario/expression.ts';
import {
  and,
  binary,
  equal,
  less,
  lessOrEqual,
  logistic,
  multiply,
  not,
  oneAndExp,
  or,
  select,
  toMask,
  toNumber,
  unary,
  xor,
} from './arithmetic.ts';
import type { Graph, NodeId } from './graph.ts';

/** What the names in a formula stand for, in one place of the day. */
export interface Bindings {
  /** node of a parameter, segment property, trait, state or day variable, or built-in */
  reference(expression: Extract<Expression, { kind: 'reference' }>): NodeId;
  attribute(name: string): NodeId;
  /** the element of a vector at a place from 0 on, where it can be read without asking which one it is */
  element?(vector: string, length: number, place: NodeId): NodeId | undefined;
}

/** Adds a checked formula to the graph. */
export function lower(graph: Graph, expression: Expression, bindings: Bindings): NodeId {
  const down = (part: Expression): NodeId => lower(graph, part, bindings);
  switch (expression.kind) {
    case 'number':
      return graph.constant(expression.value);
    case 'boolean':
      return graph.condition(expression.value);
    case 'constant':
      return graph.constant(expression.index);
    case 'reference':
      return bindings.reference(expression);
    case 'attribute':
      return bindings.attribute(expression.name);
    case 'lookup':
      return lowerLookup(graph, expression, down);
    case 'element':
      return lowerElement(graph, expression, bindings);
    case 'operator':
      return lowerOperator(graph, expression.operator, expression.arguments, down);
    case 'function':
      return lowerFunction(graph, expression, down);
    case 'draw':
      return lowerDraw(graph, expression, down);
    case 'conditional':
      return lowerConditional(graph, expression, down);
  }
}

type Down = (part: Expression) => NodeId;

function lowerOperator(graph: Graph, operator: Operator, args: readonly Expression[], down: Down): NodeId {
  const [a, b] = args.map(down);
  switch (operator) {
    case '+':
      return binary(graph, 'add', a, b);
    case '-':
      return binary(graph, 'subtract', a, b);
    case '*':
      return multiply(graph, a, b);
    case '/':
      return binary(graph, 'divide', a, b);
    case 'mod':
      return binary(graph, 'modulo', a, b);
    case '^':
      return power(graph, toNumber(graph, a), graph.constantOf(b) ?? 0);
    case 'negate':
      return unary(graph, 'negate', a);
    case '<':
      return less(graph, a, b);
    case '>':
      return less(graph, b, a);
    case '<=':
      return lessOrEqual(graph, a, b);
    case '>=':
      return lessOrEqual(graph, b, a);
    case '==':
      return equal(graph, a, b);
    case '!=':
      return not(graph, equal(graph, a, b));
    case 'and':
      return and(graph, toMask(graph, a), toMask(graph, b));
    case 'or':
      return or(graph, toMask(graph, a), toMask(graph, b));
    case 'xor':
      return xor(graph, toMask(graph, a), toMask(graph, b));
    case 'not':
      return not(graph, toMask(graph, a));
  }
}

/** Whole powers by multiplication: Math.pow differs between versions of the engine. */
function power(graph: Graph, x: NodeId, exponent: number): NodeId {
  let product = graph.constant(1);
  for (let i = 0; i < exponent; i++) product = binary(graph, 'multiply', product, x);
  return product;
}

/** A place outside of the table has no number: it reads undefined, which counts as NaN. */
function lowerLookup(
  graph: Graph,
  { table: { columns, values }, arguments: args }: Extract<Expression, { kind: 'lookup' }>,
  down: Down,
): NodeId {
  const [row, column] = args.map((argument) => toNumber(graph, down(argument)));
  const one = graph.constant(1);
  const place = binary(graph, 'subtract', row, one);
  if (columns === undefined) return graph.add({ op: 'lookup', values }, 'number', place);
  const first = binary(graph, 'multiply', place, graph.constant(columns));
  const index = binary(graph, 'add', first, binary(graph, 'subtract', column, one));
  const inside = and(
    graph,
    lessOrEqual(graph, one, column),
    lessOrEqual(graph, column, graph.constant(columns)),
  );
  return graph.add({ op: 'lookup', values }, 'number', select(graph, inside, index, graph.constant(-1)));
}

/** An element at a computed place; NaN outside of the vector. */
function lowerElement(
  graph: Graph,
  { vector, elements, place: expression }: Extract<Expression, { kind: 'element' }>,
  bindings: Bindings,
): NodeId {
  const down = (part: Expression) => toNumber(graph, lower(graph, part, bindings));
  const place = down(expression);
  const known = graph.constantOf(place);
  if (known !== undefined)
    return elements[known - 1] ? down(elements[known - 1]) : graph.constant(Number.NaN);
  const index = binary(graph, 'subtract', place, graph.constant(1));
  const column = bindings.element?.(vector, elements.length, index);
  if (column !== undefined) return column;
  return elements.reduceRight<NodeId>(
    (otherwise, element, k) =>
      select(graph, equal(graph, place, graph.constant(k + 1)), down(element), otherwise),
    graph.constant(Number.NaN),
  );
}

function lowerFunction(graph: Graph, call: Extract<Expression, { kind: 'function' }>, down: Down): NodeId {
  const args = call.arguments.map((argument) => toNumber(graph, down(argument)));
  switch (call.name) {
    case 'logistic':
      return logistic(graph, args[0]);
    case 'min':
    case 'max': {
      const op = call.name;
      return args.reduce((a, b) => binary(graph, op, a, b));
    }
    case 'clamp':
      return binary(graph, 'min', binary(graph, 'max', args[0], args[1]), args[2]);
    default:
      return unary(graph, call.name, args[0]);
  }
}

function lowerConditional(
  graph: Graph,
  expression: Extract<Expression, { kind: 'conditional' }>,
  down: Down,
): NodeId {
  const [test, yes, no] = [toMask(graph, down(expression.test)), down(expression.yes), down(expression.no)];
  if (expression.type === 'boolean') return select(graph, test, yes, no);
  return select(graph, test, toNumber(graph, yes), toNumber(graph, no));
}

function lowerDraw(graph: Graph, draw: Extract<Expression, { kind: 'draw' }>, down: Down): NodeId {
  const purpose = graph.purpose(draw.purpose);
  const uniform = () => graph.add({ op: 'uniform', purpose }, 'number');
  if (draw.distribution === 'bernoulli') return bernoulli(graph, draw.arguments[0], uniform(), down);
  const args = draw.arguments.map((argument) => toNumber(graph, down(argument)));
  return lowerNumericDraw(graph, draw.distribution, args, purpose, uniform);
}

function lowerNumericDraw(
  graph: Graph,
  distribution: Exclude<Distribution, 'bernoulli'>,
  args: readonly NodeId[],
  purpose: number,
  uniform: () => NodeId,
): NodeId {
  const normal = () => {
    const z = graph.add({ op: 'normal' }, 'number', uniform());
    return binary(graph, 'add', args[0], binary(graph, 'multiply', args[1], z));
  };
  switch (distribution) {
    case 'normal':
      return normal();
    case 'lognormal':
      return unary(graph, 'exp', normal());
    case 'uniform': {
      const width = binary(graph, 'subtract', args[1], args[0]);
      return binary(graph, 'add', args[0], binary(graph, 'multiply', width, uniform()));
    }
    case 'categorical':
      return categorical(graph, args, uniform());
    default:
      return graph.add({ op: 'sample', distribution, purpose }, 'number', ...args);
  }
}

/**
 * u < p. For p = logistic(x) without a division, as u (1 + e^(−x)) < 1; for p = (condition and …), drawn only where
 * the condition holds.
 */
function bernoulli(graph: Graph, probability: Expression, uniform: NodeId, down: Down): NodeId {
  if (probability.kind === 'function' && probability.name === 'logistic') {
    const scaled = binary(graph, 'multiply', uniform, oneAndExp(graph, down(probability.arguments[0])));
    return less(graph, scaled, graph.constant(1));
  }
  if (probability.kind === 'operator' && probability.operator === '*') {
    const [left, right] = probability.arguments;
    const condition = down(left);
    if (graph.typeOf(condition) === 'mask')
      return and(graph, condition, bernoulli(graph, right, uniform, down));
  }
  return less(graph, uniform, down(probability));
}

/** 1 for the first weight, 2 for the second, …; negative weights count as 0. */
function categorical(graph: Graph, weights: readonly NodeId[], uniform: NodeId): NodeId {
  const zero = graph.constant(0);
  const positive = weights.map((weight) => binary(graph, 'max', weight, zero));
  const sums: NodeId[] = [positive[0]];
  for (const weight of positive.slice(1)) sums.push(binary(graph, 'add', sums[sums.length - 1], weight));
  const target = binary(graph, 'multiply', uniform, sums[sums.length - 1]);
  let result = graph.constant(weights.length);
  for (let k = weights.length - 2; k >= 0; k--) {
    result = select(graph, less(graph, target, sums[k]), graph.constant(k + 1), result);
  }
  return result;
}
