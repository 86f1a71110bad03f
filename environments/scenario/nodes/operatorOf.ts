import type { Operator } from '../expression.ts';
import type { MathNode } from '../mathjs.ts';
import { type Checked, expressionOf } from './context.ts';

const COMPARISONS: readonly Operator[] = ['<', '<=', '>', '>=', '==', '!='];
const LOGIC: readonly Operator[] = ['and', 'or', 'xor', 'not'];

/** An operator applied to checked parts. */
export function operatorOf(operator: Operator, math: MathNode, parts: readonly Checked[]): Checked {
  const type = COMPARISONS.includes(operator) || LOGIC.includes(operator) ? 'boolean' : 'number';
  const [{ offset }] = parts;
  return {
    expression: { kind: 'operator', operator, arguments: parts.map(expressionOf), type },
    math,
    offset,
  };
}
