import type { Formula } from '../scenario/formula.ts';
import type { Program } from '../scenario/program.ts';
import { type Continuity, continuityOf, FINITE } from './continuity.ts';

/** The scenario cannot be solved exactly. The message names what prevents it. */
export class NotFiniteError extends Error {
  override name = 'NotFiniteError';
}

/**
 * Whether a program is a finite decision process: every variable that is carried from day to day has a declared
 * domain, and every draw has finitely many outcomes or enters the reward as a weighted sum, where its mean will do.
 *
 * @returns what prevents it, a sentence each; nothing if it is finite
 */
export function whyNotFinite(program: Program): string[] {
  if (program.decision) return together(program);
  const day = dayContinuity(program);
  const changing = new Set(program.day.filter(({ isState }) => isState).map(({ name }) => name));
  const unbounded = program.state
    .filter(({ name, domain }) => changing.has(name) && domain === undefined)
    .map(({ name }) => `state variable ${name} has no declared domain; give it values or a range`);
  return [...together(program), ...unbounded, ...new Set(endlessDraws(program, day))];
}

/** What makes users depend on each other, or brings new ones: a finite decision process is one user's life. */
function together({ arrivals, decision, budget }: Program): string[] {
  return [
    ...(arrivals ? ['arrivals: new users come while it runs; one life is solved without them'] : []),
    ...(decision ? ['decision: one decision is taken for many users together'] : []),
    ...(budget ? ['budget: what one user is given depends on what the others are'] : []),
  ];
}

/** @throws NotFiniteError naming the scenario and every reason */
export function requireFinite(program: Program): void {
  const reasons = whyNotFinite(program);
  if (reasons.length === 0) return;
  const list = reasons.map((reason) => `  ${reason}`).join('\n');
  throw new NotFiniteError(`${program.name} is not a finite decision process:\n${list}`);
}

/** Names of the variables of the day, with how they depend on draws that have endlessly many outcomes. */
function dayContinuity(program: Program): Map<string, Continuity> {
  const known = new Map<string, Continuity>();
  for (const { name, formula, isState } of program.day) {
    // A state variable is judged where it is set; what follows from it would only repeat that.
    known.set(name, isState ? FINITE : continuityOf(formula.expression, known));
  }
  return known;
}

function endlessDraws(program: Program, day: ReadonlyMap<string, Continuity>): string[] {
  const judge = (place: string, formula: Formula, allowed: readonly Continuity['kind'][]) => {
    const { kind, draws } = continuityOf(formula.expression, day);
    if (allowed.includes(kind)) return [];
    return draws.map((draw) => `${draw} has endlessly many outcomes, and ${place} depends on it`);
  };
  const finite = (section: string, list: readonly { name: string; formula: Formula }[]) =>
    list.flatMap(({ name, formula }) => judge(`${section}.${name}`, formula, ['finite']));
  return [
    ...finite('traits', program.traits),
    ...finite('state', program.state),
    ...finite(
      'day',
      program.day.filter(({ isState }) => isState),
    ),
    ...program.stages.flatMap(({ name, transitions }) =>
      transitions.flatMap(({ formula }) => judge(`lifecycle.${name}`, formula, ['finite'])),
    ),
    ...program.reward.flatMap(({ name, formula }) => judge(`reward.${name}`, formula, ['finite', 'linear'])),
    ...finite('observe', program.observe),
  ];
}
