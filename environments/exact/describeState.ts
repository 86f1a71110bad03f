import type { Program } from '../scenario/program.ts';
import { writtenValue } from './carried.ts';
import type { FiniteDecisionProcess } from './process.ts';
import type { UserState } from './userDay.ts';

/** A state's components by name, as the file writes them: stages and segments by their names. */
export function describeState(
  process: FiniteDecisionProcess,
  program: Program,
  state: UserState,
): Record<string, number | string> {
  return Object.fromEntries(
    process.carried.map((carried, k): [string, number | string] => {
      if (carried.kind === 'stage') return ['stage', program.stages[state[k]].name];
      if (carried.kind === 'segment') return ['segment', program.segments[state[k]].name];
      return [carried.name, writtenValue(carried, state[k])];
    }),
  );
}
