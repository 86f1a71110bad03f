import { exp } from '../random/exp.ts';
import { log } from '../random/log.ts';
import type { Graph, NodeId } from './graph.ts';

/**
 * Building blocks of formulas on the graph, with constants folded by the same arithmetic that the kernel would do.
 */

type Binary = 'add' | 'subtract' | 'multiply' | 'divide' | 'modulo' | 'min' | 'max';
type Unary = 'negate' | 'floor' | 'sqrt' | 'abs' | 'fround' | 'exp' | 'log';

const BINARY: Readonly<Record<Binary, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  modulo: (a, b) => a - b * Math.floor(a / b),
  min: Math.min,
  max: Math.max,
};

const UNARY: Readonly<Record<Unary, (a: number) => number>> = {
  negate: (a) => -a,
  floor: Math.floor,
  sqrt: Math.sqrt,
  abs: Math.abs,
  fround: Math.fround,
  exp,
  log,
};

/** A mask as 1 or 0; numbers stay. */
export function toNumber(graph: Graph, id: NodeId): NodeId {
  if (graph.typeOf(id) !== 'mask') return id;
  const known = graph.conditionOf(id);
  return known === undefined ? graph.add({ op: 'number' }, 'number', id) : graph.constant(known ? 1 : 0);
}

/** A number as the mask "is not 0"; masks stay. NaN counts as false, as in mathjs. */
export function toMask(graph: Graph, id: NodeId): NodeId {
  if (graph.typeOf(id) === 'mask') return id;
  const zero = graph.constant(0);
  return or(graph, less(graph, id, zero), less(graph, zero, id));
}

export function unary(graph: Graph, op: Unary, a: NodeId): NodeId {
  const x = toNumber(graph, a);
  const value = graph.constantOf(x);
  return value === undefined ? graph.add({ op }, 'number', x) : graph.constant(UNARY[op](value));
}

export function binary(graph: Graph, op: Binary, a: NodeId, b: NodeId): NodeId {
  const x = toNumber(graph, a);
  const y = toNumber(graph, b);
  const [left, right] = [graph.constantOf(x), graph.constantOf(y)];
  if (left !== undefined && right !== undefined) return graph.constant(BINARY[op](left, right));
  if (op === 'multiply' && left === 1) return y;
  if ((op === 'multiply' || op === 'divide') && right === 1) return x;
  return graph.add({ op }, 'number', x, y);
}

/** A condition times a value is the value or 0, so that the value need not be computed where it does not hold. */
export function multiply(graph: Graph, a: NodeId, b: NodeId): NodeId {
  if (graph.typeOf(a) === 'mask') return select(graph, a, toNumber(graph, b), graph.constant(0));
  if (graph.typeOf(b) === 'mask') return select(graph, b, a, graph.constant(0));
  return binary(graph, 'multiply', a, b);
}

/** mask ? yes : no, for two numbers or two masks. */
export function select(graph: Graph, mask: NodeId, yes: NodeId, no: NodeId): NodeId {
  const known = graph.conditionOf(mask);
  if (known !== undefined) return known ? yes : no;
  if (graph.conditionOf(yes) === true && graph.conditionOf(no) === false) return mask;
  return yes === no ? yes : graph.add({ op: 'select' }, graph.typeOf(yes), mask, yes, no);
}

export function and(graph: Graph, a: NodeId, b: NodeId): NodeId {
  return select(graph, a, b, graph.condition(false));
}

export function or(graph: Graph, a: NodeId, b: NodeId): NodeId {
  return select(graph, a, graph.condition(true), b);
}

export function not(graph: Graph, mask: NodeId): NodeId {
  const known = graph.conditionOf(mask);
  return known === undefined ? graph.add({ op: 'not' }, 'mask', mask) : graph.condition(!known);
}

export function xor(graph: Graph, a: NodeId, b: NodeId): NodeId {
  const [left, right] = [graph.conditionOf(a), graph.conditionOf(b)];
  if (left !== undefined && right !== undefined) return graph.condition(left !== right);
  return graph.add({ op: 'xor' }, 'mask', a, b);
}

export function less(graph: Graph, a: NodeId, b: NodeId): NodeId {
  return compare(graph, 'less', a, b, (x, y) => x < y);
}

export function lessOrEqual(graph: Graph, a: NodeId, b: NodeId): NodeId {
  return compare(graph, 'lessOrEqual', a, b, (x, y) => x <= y);
}

export function equal(graph: Graph, a: NodeId, b: NodeId): NodeId {
  return compare(graph, 'equal', a, b, (x, y) => x === y);
}

function compare(
  graph: Graph,
  op: 'less' | 'lessOrEqual' | 'equal',
  a: NodeId,
  b: NodeId,
  holds: (x: number, y: number) => boolean,
): NodeId {
  const x = toNumber(graph, a);
  const y = toNumber(graph, b);
  const [left, right] = [graph.constantOf(x), graph.constantOf(y)];
  if (left !== undefined && right !== undefined) return graph.condition(holds(left, right));
  return graph.add({ op }, 'mask', x, y);
}

/** 1 / (1 + e^(−x)). */
export function logistic(graph: Graph, x: NodeId): NodeId {
  return binary(graph, 'divide', graph.constant(1), oneAndExp(graph, x));
}

/** 1 + e^(−x): the reciprocal of the logistic function. */
export function oneAndExp(graph: Graph, x: NodeId): NodeId {
  return binary(graph, 'add', graph.constant(1), unary(graph, 'exp', unary(graph, 'negate', x)));
}

/** A number from a table by index; a table of equal numbers is that number. */
export function lookUp(graph: Graph, values: readonly number[], index: NodeId): NodeId {
  const first = values[0];
  if (values.every((value) => Object.is(value, first))) return graph.constant(first);
  return graph.add({ op: 'table', values }, 'number', index);
}
