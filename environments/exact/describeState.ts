import type { Program } from '../scenario/program.ts';
import type { Carried } from './carried.ts';
import type { FiniteDecisionProcess } from './process.ts';
import type { UserState } from './userDay.ts';

/** A state's components by name, as the file writes them: stages and segments by their names. */
export function describeState(
  { carried }: FiniteDecisionProcess,
  program: Program,
  state: UserState,
): Record<string, number | string> {
  const taken = new Set(carried.filter(({ kind }) => kind !== 'seen').map(({ name }) => name));
  return Object.fromEntries(
    carried.map((part, k) => {
      const { kind, name } = part;
      // An observation may go by the name of what it is an observation of.
      const title = kind === 'seen' && taken.has(name) ? `observed ${name}` : name;
      return [title, memberName(program, part, state[k]) ?? state[k]];
    }),
  );
}

/** The name of a stage, segment, or member of an observed list. */
function memberName(program: Program, { kind, name }: Carried, index: number): string | undefined {
  if (kind === 'stage') return program.stages[index].name;
  if (kind === 'segment') return program.segments[index].name;
  const observed = kind === 'seen' ? program.observe.find((o) => o.name === name) : undefined;
  return observed?.members?.[index];
}
