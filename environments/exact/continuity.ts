import { type Distribution, type Expression, partsOf } from '../scenario/expression.ts';

/**
 * How a formula depends on draws with endlessly many outcomes.
 *
 * `finite`: not at all. `linear`: as a weighted sum, so that its expectation follows from theirs. `curved`: otherwise.
 */
export interface Continuity {
  readonly kind: 'finite' | 'linear' | 'curved';
  /** the draws, as "normal in day.spend" */
  readonly draws: readonly string[];
}

export const FINITE: Continuity = { kind: 'finite', draws: [] };

/** Draws with finitely many outcomes. */
const DISCRETE: readonly Distribution[] = ['bernoulli', 'categorical'];

/** Classifies a formula. `known` has the day's variables that were computed above it. */
export function continuityOf(expression: Expression, known: ReadonlyMap<string, Continuity>): Continuity {
  const down = (part: Expression) => continuityOf(part, known);
  switch (expression.kind) {
    case 'reference':
      return known.get(expression.name) ?? FINITE;
    case 'operator':
      return ofOperator(expression, down);
    case 'conditional': {
      const [test, yes, no] = partsOf(expression).map(down);
      return test.kind === 'finite' ? together([yes, no]) : curved([test, yes, no]);
    }
    case 'draw':
      return ofDraw(expression, down);
    case 'function':
      if (isDie(expression)) return bent((expression.arguments[0] as Die).arguments.map(down));
      return bent(partsOf(expression).map(down));
    default:
      return FINITE;
  }
}

type Down = (part: Expression) => Continuity;
type Die = Extract<Expression, { kind: 'draw' }>;

/** floor(uniform(a, b)): whole numbers, each as likely as its part of the interval is long. */
export function isDie(expression: Expression): boolean {
  if (expression.kind !== 'function' || expression.name !== 'floor') return false;
  const [inner] = expression.arguments;
  return inner.kind === 'draw' && inner.distribution === 'uniform';
}

function ofOperator(expression: Extract<Expression, { kind: 'operator' }>, down: Down): Continuity {
  const parts = expression.arguments.map(down);
  const [left, right] = parts;
  switch (expression.operator) {
    case '+':
    case '-':
    case 'negate':
      return together(parts);
    case '*':
      return left.kind === 'finite' || right.kind === 'finite' ? together(parts) : curved(parts);
    case '/':
      return right.kind === 'finite' ? left : curved(parts);
    default:
      return bent(parts);
  }
}

function ofDraw({ distribution, arguments: args, purpose }: Die, down: Down): Continuity {
  const parts = args.map(down);
  if (DISCRETE.includes(distribution)) return bent(parts);
  const [first, ...rest] = parts;
  const draws = [...drawsOf(parts), `${distribution} in ${purpose.split('/')[0]}`];
  // The mean of a normal draw is its first argument, whatever that is.
  const follows = distribution === 'normal';
  const fits = (follows ? rest : parts).every((p) => p.kind === 'finite') && first.kind !== 'curved';
  return fits ? { kind: 'linear', draws } : curved(parts);
}

const drawsOf = (parts: readonly Continuity[]) => [...new Set(parts.flatMap((part) => part.draws))];

function together(parts: readonly Continuity[]): Continuity {
  if (parts.some((part) => part.kind === 'curved')) return curved(parts);
  return parts.some((part) => part.kind === 'linear') ? { kind: 'linear', draws: drawsOf(parts) } : FINITE;
}

/** The result is not a weighted sum of its parts. */
function bent(parts: readonly Continuity[]): Continuity {
  return parts.some((part) => part.kind !== 'finite') ? curved(parts) : FINITE;
}

function curved(parts: readonly Continuity[]): Continuity {
  return { kind: 'curved', draws: drawsOf(parts) };
}
