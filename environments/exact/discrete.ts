import { type Distribution, type Expression, partsOf } from '../scenario/expression.ts';

/** A draw in a formula. */
export type Draw = Extract<Expression, { kind: 'draw' }>;

/** Draws with finitely many outcomes of their own. */
const FINITE_DRAWS: readonly Distribution[] = ['bernoulli', 'categorical'];

export function isEndless(expression: Expression): expression is Draw {
  return expression.kind === 'draw' && !FINITE_DRAWS.includes(expression.distribution);
}

/**
 * An expression that has finitely many outcomes though a draw in it has endlessly many: floor(…) or a comparison of a
 * weighted sum with one uniform draw in it, or min(poisson(…), …).
 */
export type Discrete =
  | { readonly kind: 'floor'; readonly sum: Expression; readonly draw: Draw }
  | { readonly kind: 'below'; readonly less: Expression; readonly more: Expression; readonly draw: Draw }
  | { readonly kind: 'capped'; readonly draw: Draw; readonly cap: Expression };

/** Recognises such an expression by its form; whether its parts are weighted sums is not looked at. */
export function discreteOf(expression: Expression): Discrete | undefined {
  if (expression.kind === 'function' && expression.name === 'floor') {
    const [sum] = expression.arguments;
    const draw = soleUniform([sum]);
    return draw && { kind: 'floor', sum, draw };
  }
  if (expression.kind === 'function' && expression.name === 'min') return cappedOf(expression.arguments);
  return expression.kind === 'operator' ? belowOf(expression) : undefined;
}

function cappedOf(args: readonly Expression[]): Discrete | undefined {
  if (args.length !== 2) return undefined;
  const draw = args.find((part): part is Draw => part.kind === 'draw' && part.distribution === 'poisson');
  const cap = args.find((part) => part !== draw);
  return draw && cap ? { kind: 'capped', draw, cap } : undefined;
}

function belowOf({
  operator,
  arguments: [a, b],
}: Extract<Expression, { kind: 'operator' }>): Discrete | undefined {
  const [less, more] = operator === '<' || operator === '<=' ? [a, b] : [b, a];
  if (!['<', '<=', '>', '>='].includes(operator)) return undefined;
  const draw = soleUniform([less, more]);
  return draw && { kind: 'below', less, more, draw };
}

/** The one draw with endlessly many outcomes, if there is one only and it is uniform. */
function soleUniform(parts: readonly Expression[]): Draw | undefined {
  const draws = parts.flatMap(endlessIn);
  return draws.length === 1 && draws[0].distribution === 'uniform' ? draws[0] : undefined;
}

function endlessIn(expression: Expression): Draw[] {
  return [...(isEndless(expression) ? [expression] : []), ...partsOf(expression).flatMap(endlessIn)];
}

/** Draws that a formula reads more than once, as the middle one of a < x < b: their readings hang together. */
export function readTwice(expression: Expression): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { purpose } of endlessIn(expression)) (seen.has(purpose) ? twice : seen).add(purpose);
  return twice;
}
