import type { Program } from '../../environments/scenario/program.ts';
import type { Recording } from './recording.ts';

/** What a world is made of; what policies see of it, its rules and its words may differ. */
const WORLD = [
  'horizon',
  'objective',
  'parameters',
  'tables',
  'segments',
  'arrivals',
  'decision',
  'aggregates',
  'budget',
  'traits',
  'state',
  'actions',
  'day',
  'stages',
  'reward',
] as const satisfies readonly (keyof Program)[];

/**
 * Checks that two recordings are of the same people with the same luck.
 *
 * @throws RangeError naming what differs
 */
export function checkPairing(a: Recording, b: Recording): void {
  refuse('scenario', a.program.name, b.program.name);
  if (a.program !== b.program) checkWorlds(a.program, b.program);
  refuse('seed', a.seed, b.seed);
  refuse('number of users', a.users, b.users);
}

function checkWorlds(a: Program, b: Program): void {
  for (const { name, value } of a.parameters)
    refuse(`parameter ${name}`, value, b.parameters.find((other) => other.name === name)?.value);
  const other = WORLD.find((part) => written(a[part]) !== written(b[part]));
  if (other === undefined) return;
  throw new RangeError(`expected two recordings of one scenario; ${a.name} differs between them in ${other}`);
}

function refuse(what: string, a: unknown, b: unknown): void {
  if (a === b) return;
  throw new RangeError(
    `expected two recordings of the same people with the same luck; the ${what} is ${a} in one and ${b} in the other`,
  );
}

/** Formulas by their text. */
function written(part: unknown): string {
  return (
    JSON.stringify(part, (key, value) => (key === 'expression' || key === 'math' ? undefined : value)) ?? ''
  );
}
