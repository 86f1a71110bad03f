import { nearestMember } from '../scenario/domain.ts';
import { type Expression, partsOf } from '../scenario/expression.ts';
import type { Formula } from '../scenario/formula.ts';
import type { Program } from '../scenario/program.ts';

/** One component of what a user carries from one day to the next. */
export interface Carried {
  /** `seen`: an observation that today's happenings decided, which the agent still has tomorrow */
  readonly kind: 'stage' | 'segment' | 'trait' | 'state' | 'weekday' | 'day' | 'seen';
  readonly name: string;
  /** the values it may take, rising, where the file declares them */
  readonly domain: readonly number[] | undefined;
  /** the same */
  readonly members?: ReadonlySet<number>;
}

/**
 * The components that make a user's state a Markov state: stage, segment, traits and state; the day or weekday where
 * a formula asks for it; and observations that are not functions of these.
 */
export function carriedBy(program: Program): readonly Carried[] {
  const clock = countedBy(program);
  const of = (kind: Carried['kind'], name: string, domain?: readonly number[]): Carried => ({
    kind,
    name,
    domain,
    ...(domain && { members: new Set(domain) }),
  });
  return [
    of('stage', 'stage'),
    ...(program.segments.length > 1 ? [of('segment', 'segment')] : []),
    ...program.traits.map(({ name }) => of('trait', name)),
    ...program.state.map(({ name, domain }) => of('state', name, domain)),
    ...(clock ? [of(clock, clock)] : []),
    ...program.observe.filter(({ formula }) => tellsOfToday(formula)).map(({ name }) => of('seen', name)),
  ];
}

/** Whether a formula depends on more than what is carried: today's variables, action or luck. */
function tellsOfToday({ expression }: Formula): boolean {
  return mentions(
    expression,
    (e) =>
      e.kind === 'draw' ||
      e.kind === 'attribute' ||
      (e.kind === 'reference' && (e.source === 'variable' || e.name === 'action')),
  );
}

function countedBy(program: Program): 'day' | 'weekday' | undefined {
  const formulas = [
    ...[...program.day, ...program.reward, ...program.observe].map(({ formula }) => formula),
    ...program.stages.flatMap(({ transitions }) => transitions.map(({ formula }) => formula)),
    ...program.actions.flatMap(({ when }) => when ?? []),
  ];
  const uses = (...names: string[]) =>
    formulas.some(({ expression }) =>
      mentions(expression, (e) => e.kind === 'reference' && e.source === 'builtin' && names.includes(e.name)),
    );
  if (uses('day', 'yearday', 'tenure')) return 'day';
  return uses('weekday') ? 'weekday' : undefined;
}

function mentions(expression: Expression, is: (part: Expression) => boolean): boolean {
  return is(expression) || partsOf(expression).some((part) => mentions(part, is));
}

/**
 * The value as it is told apart from others. Of a declared domain, the member; otherwise 32 bits, as a column holds it.
 * What is seen is kept as it was computed, as its bins are found by that.
 *
 * @returns undefined where the value is outside its domain, or not finite
 */
export function storedValue({ kind, domain, members }: Carried, value: number): number | undefined {
  if (domain !== undefined) {
    const member = domain.every(Number.isInteger) ? Math.fround(value) : nearestMember(domain, value);
    return members?.has(member) ? member : undefined;
  }
  const stored = kind === 'seen' ? value : Math.fround(value);
  return Number.isFinite(stored) ? stored : undefined;
}
