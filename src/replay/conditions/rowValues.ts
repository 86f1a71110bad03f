import { type Expression, type Operator, typeOf } from '../../../environments/scenario/expression.ts';
import { lookUp } from '../../../environments/scenario/lookUp.ts';
import { plainFunctions } from '../../../environments/scenario/plainFunctions.ts';

/** Where the names of a formula get their values: for each, one value a row. */
export interface RowNames {
  /** number of rows */
  readonly rows: number;
  reference(expression: Extract<Expression, { kind: 'reference' }>): Float64Array;
  /** an attribute of the action, or its family's number */
  attribute(name: string): Float64Array;
}

/**
 * What a checked formula without draws comes to in every row; conditions are 1 or 0. Each of its parts is computed for
 * all rows at once, which is faster than all parts for each row.
 */
export function rowValues(expression: Expression, names: RowNames): Float64Array {
  const down = (part: Expression) => rowValues(part, names);
  const constant = (value: number) => new Float64Array(names.rows).fill(value);
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'boolean':
      return constant(Number(expression.value));
    case 'constant':
      return constant(expression.index);
    case 'reference':
      return names.reference(expression);
    case 'attribute':
      return names.attribute(expression.name);
    case 'operator':
      return operatorOf(expression, down);
    case 'function':
      return expression.arguments.length === 1
        ? each(down(expression.arguments[0]), plainFunctions[expression.name])
        : ofAll(expression.arguments.map(down), (values) => plainFunctions[expression.name](...values));
    case 'conditional': {
      const parts = [expression.test, expression.yes, expression.no].map(down);
      return ofAll(parts, ([test, yes, no]) => (holds(test) ? yes : no));
    }
    case 'lookup':
      return ofAll(expression.arguments.map(down), (places) => lookUp(expression.table, places));
    case 'element': {
      const parts = [expression.place, ...expression.elements].map(down);
      return ofAll(parts, ([place, ...elements]) => elements[place - 1] ?? Number.NaN);
    }
    case 'draw':
      throw new Error('a formula over what happened draws nothing');
  }
}

/** Whether a number counts as true: NaN does not. */
export function holds(value: number): boolean {
  return value < 0 || value > 0;
}

function operatorOf(
  { operator, arguments: args }: Extract<Expression, { kind: 'operator' }>,
  down: (part: Expression) => Float64Array,
): Float64Array {
  const [a, b] = args.map(down);
  if (operator === 'negate') return each(a, (x) => -x);
  if (operator === 'not') return each(a, (x) => Number(!holds(x)));
  if (operator !== '*') return pairs(a, b, OPERATORS[operator]);
  // A condition times a value is the value or 0.
  if (typeOf(args[0]) === 'boolean') return pairs(a, b, (x, y) => (x === 0 ? 0 : y));
  if (typeOf(args[1]) === 'boolean') return pairs(a, b, (x, y) => (y === 0 ? 0 : x));
  return pairs(a, b, (x, y) => x * y);
}

const OPERATORS: Readonly<
  Record<Exclude<Operator, 'negate' | 'not' | '*'>, (x: number, y: number) => number>
> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '/': (x, y) => x / y,
  '^': wholePower,
  mod: (x, y) => x - y * Math.floor(x / y),
  '<': (x, y) => (x < y ? 1 : 0),
  '<=': (x, y) => (x <= y ? 1 : 0),
  '>': (x, y) => (x > y ? 1 : 0),
  '>=': (x, y) => (x >= y ? 1 : 0),
  '==': (x, y) => (x === y ? 1 : 0),
  '!=': (x, y) => (x === y ? 0 : 1),
  and: (x, y) => (holds(x) && holds(y) ? 1 : 0),
  or: (x, y) => (holds(x) || holds(y) ? 1 : 0),
  xor: (x, y) => (holds(x) === holds(y) ? 0 : 1),
};

/** The language has whole exponents from 0 to 16 only. */
function wholePower(x: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= x;
  return product;
}

function each(a: Float64Array, apply: (x: number) => number): Float64Array {
  const values = new Float64Array(a.length);
  for (let row = 0; row < values.length; row++) values[row] = apply(a[row]);
  return values;
}

function pairs(a: Float64Array, b: Float64Array, apply: (x: number, y: number) => number): Float64Array {
  const values = new Float64Array(a.length);
  for (let row = 0; row < values.length; row++) values[row] = apply(a[row], b[row]);
  return values;
}

function ofAll(parts: readonly Float64Array[], apply: (values: number[]) => number): Float64Array {
  const values = new Float64Array(parts[0].length);
  for (let row = 0; row < values.length; row++) values[row] = apply(parts.map((part) => part[row]));
  return values;
}
