import type { Operator } from '../scenario/expression.ts';
import { type Evaluate, holds } from './moment.ts';

/** The exact reading of operators; conditions are 1 or 0. */
export const OPERATORS: Readonly<Record<Operator, (a: Evaluate, b: Evaluate) => Evaluate>> = {
  '+': (a, b) => (m) => a(m) + b(m),
  '-': (a, b) => (m) => a(m) - b(m),
  '*': (a, b) => (m) => a(m) * b(m),
  '/': (a, b) => (m) => a(m) / b(m),
  '^': (a, b) => (m) => wholePower(a(m), b(m)),
  mod: (a, b) => (m) => modulo(a(m), b(m)),
  negate: (a) => (m) => -a(m),
  '<': (a, b) => (m) => (a(m) < b(m) ? 1 : 0),
  '<=': (a, b) => (m) => (a(m) <= b(m) ? 1 : 0),
  '>': (a, b) => (m) => (a(m) > b(m) ? 1 : 0),
  '>=': (a, b) => (m) => (a(m) >= b(m) ? 1 : 0),
  '==': (a, b) => (m) => (a(m) === b(m) ? 1 : 0),
  '!=': (a, b) => (m) => (a(m) === b(m) ? 0 : 1),
  and: (a, b) => (m) => (holds(a(m)) && holds(b(m)) ? 1 : 0),
  or: (a, b) => (m) => (holds(a(m)) || holds(b(m)) ? 1 : 0),
  xor: (a, b) => (m) => (holds(a(m)) !== holds(b(m)) ? 1 : 0),
  not: (a) => (m) => (holds(a(m)) ? 0 : 1),
};

function modulo(a: number, b: number): number {
  return a - b * Math.floor(a / b);
}

/** The language has whole exponents from 0 to 16 only. */
function wholePower(x: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= x;
  return product;
}
