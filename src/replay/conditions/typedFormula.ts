import { type Expression, partsOf, typeOf } from '../../../environments/scenario/expression.ts';
import { checkFormula } from '../../../environments/scenario/formula.ts';
import type { FormulaScope } from '../../../environments/scenario/formulaScope.ts';
import { ConditionError } from './conditionError.ts';
import { writeOut } from './shortForms.ts';

/**
 * Reads what somebody typed, short forms included. Nothing is evaluated.
 *
 * @returns the checked syntax tree of a number or a condition
 * @throws ConditionError with the first mistake
 */
export function typedFormula(typed: string, scope: FormulaScope): Expression {
  if (typed.trim() === '') throw new ConditionError('there is nothing to ask; type a condition', 0);
  const { text, offsetOf } = writeOut(typed);
  let first: ConditionError | undefined;
  const formula = checkFormula(text, scope, (offset, message) => {
    const at = offsetOf(offset);
    if (!first || at < first.offset) first = new ConditionError(message, at);
  });
  if (first) throw first;
  if (!formula) throw new ConditionError('not a formula', 0);
  const { expression } = formula;
  const type = typeOf(expression);
  if (type !== 'number' && type !== 'boolean')
    throw new ConditionError(`a ${type} is not a number; compare it: ${type}:name`, typed.search(/\S/));
  if (deniesNumber(expression)) throw new ConditionError(NOT_FIRST, Math.max(typed.search(/\bnot\b/), 0));
  return expression;
}

const NOT_FIRST = '"not" goes with the next word alone; write not (…) for a comparison';

/** `not x < 3` would compare "not x" with 3, which nobody means. */
function deniesNumber(expression: Expression): boolean {
  const compares =
    expression.kind === 'operator' && ['<', '<=', '>', '>=', '==', '!='].includes(expression.operator);
  const denied = (part: Expression) => part.kind === 'operator' && part.operator === 'not';
  const [left, right] = compares ? expression.arguments : [];
  if (left && denied(left) && typeOf(right) === 'number') return true;
  return partsOf(expression).some(deniesNumber);
}
