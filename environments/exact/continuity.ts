import { type Expression, partsOf } from '../scenario/expression.ts';
import { type Discrete, type Draw, discreteOf, isEndless, readTwice } from './discrete.ts';

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

/** Classifies a formula. `known` has the day's variables that were computed above it. */
export function continuityOf(formula: Expression, known: ReadonlyMap<string, Continuity>): Continuity {
  const twice = readTwice(formula);
  const down = (expression: Expression): Continuity => {
    const discrete = discreteOf(expression);
    if (discrete && !twice.has(discrete.draw.purpose) && isDiscrete(discrete, down)) return FINITE;
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
      case 'element': {
        const place = down(expression.place);
        const elements = expression.elements.map(down);
        return place.kind === 'finite' ? together(elements) : curved([place, ...elements]);
      }
      case 'function':
      case 'lookup':
        return bent(partsOf(expression).map(down));
      default:
        return FINITE;
    }
  };
  return down(formula);
}

type Down = (part: Expression) => Continuity;

/** Whether the parts are as its form wants them: sums linear in the one draw, everything else finite. */
function isDiscrete(discrete: Discrete, down: Down): boolean {
  const finite = (part: Expression) => down(part).kind === 'finite';
  if (!discrete.draw.arguments.every(finite)) return false;
  if (discrete.kind === 'capped') return finite(discrete.cap);
  const sums = discrete.kind === 'floor' ? [discrete.sum] : [discrete.less, discrete.more];
  const own = nameOf(discrete.draw);
  return sums.map(down).every(({ kind, draws }) => kind !== 'curved' && draws.every((draw) => draw === own));
}

function nameOf({ distribution, purpose }: Draw): string {
  return `${distribution} in ${purpose.split('/')[0]}`;
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

function ofDraw(draw: Draw, down: Down): Continuity {
  const { distribution, arguments: args } = draw;
  const parts = args.map(down);
  if (!isEndless(draw)) return bent(parts);
  const [first, ...rest] = parts;
  const draws = [...drawsOf(parts), nameOf(draw)];
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
