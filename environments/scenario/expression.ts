/**
 * The checked syntax tree of a formula: the only thing that the readings of a program (simulate, explain, solve)
 * are made from.
 */

import type { Table } from './program.ts';

/** Numbers, conditions, and names out of a closed list, which can only be compared for equality. */
export type ValueType = 'number' | 'boolean' | EnumType;
export type EnumType = 'stage' | 'segment' | 'action' | 'family' | 'channel';

/** Where a name gets its value. */
export type Source =
  | 'parameter' // one number for everyone
  | 'segment' // one number per segment
  | 'trait' // drawn at birth
  | 'state' // carried from day to day
  | 'variable' // computed today
  | 'builtin' // day, weekday, yearday, tenure, stage, segment, action, channel
  | 'aggregate' // a figure over the users of a product
  | 'observed'; // what agents see; only in rules

export type Operator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | 'mod'
  | 'negate'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | 'and'
  | 'or'
  | 'xor'
  | 'not';

export type FunctionName = 'logistic' | 'exp' | 'log' | 'sqrt' | 'abs' | 'min' | 'max' | 'clamp' | 'floor';

export type Distribution =
  | 'bernoulli'
  | 'normal'
  | 'lognormal'
  | 'uniform'
  | 'poisson'
  | 'exponential'
  | 'gamma'
  | 'beta'
  | 'categorical';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** index of a stage, segment, action or family */
  | { readonly kind: 'constant'; readonly type: EnumType; readonly name: string; readonly index: number }
  | { readonly kind: 'reference'; readonly source: Source; readonly name: string; readonly type: ValueType }
  /** a number of a table, at indices from 1 on; NaN outside of it */
  | {
      readonly kind: 'lookup';
      readonly table: Table;
      readonly arguments: readonly Expression[];
    }
  /** an element of a vector at a place from 1 on that is computed; NaN outside of it */
  | {
      readonly kind: 'element';
      readonly vector: string;
      readonly elements: readonly Expression[];
      readonly place: Expression;
    }
  | { readonly kind: 'attribute'; readonly name: string; readonly type: ValueType }
  | {
      readonly kind: 'operator';
      readonly operator: Operator;
      readonly arguments: readonly Expression[];
      readonly type: 'number' | 'boolean';
    }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly arguments: readonly Expression[] }
  | {
      readonly kind: 'draw';
      readonly distribution: Distribution;
      readonly arguments: readonly Expression[];
      /** the draw's name in the scenario: section, variable and order in the formula */
      readonly purpose: string;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly type: 'number' | 'boolean';
    };

/** The type of an expression's value. */
export function typeOf(expression: Expression): ValueType {
  switch (expression.kind) {
    case 'number':
    case 'lookup':
    case 'element':
    case 'function':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'draw':
      return expression.distribution === 'bernoulli' ? 'boolean' : 'number';
    default:
      return expression.type;
  }
}

/** The parts of an expression, in the order of the source. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'operator':
    case 'lookup':
    case 'function':
    case 'draw':
      return expression.arguments;
    case 'element':
      return [...expression.elements, expression.place];
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    default:
      return [];
  }
}

/** Whether an expression draws anything. */
export function draws(expression: Expression): boolean {
  return expression.kind === 'draw' || partsOf(expression).some(draws);
}
