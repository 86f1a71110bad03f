import { enumerate } from '../../../../environments/exact/enumerate.ts';
import type { FiniteDecisionProcess } from '../../../../environments/exact/process.ts';
import { actionValue } from '../../../../environments/exact/solve/actionValues.ts';
import { valueIteration } from '../../../../environments/exact/solve/valueIteration.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { fixed } from '../../words.ts';

/** Side of the field. */
export const SIDE = 5;
/** Actions this close are equally good. */
const TIE = 1e-9;
const ARROWS: Readonly<Record<string, string>> = { north: '↑', south: '↓', east: '→', west: '←' };

/** A field after some sweeps: values, and the best steps by them. */
export interface Field {
  /** cells, row by row from the upper left */
  readonly values: readonly number[];
  /** cells; arrows of the best steps */
  readonly arrows: readonly string[];
}

/**
 * Value iteration stopped after some sweeps, and what would be done by the values it has come to.
 *
 * @param sweeps undefined: until nothing changes any more
 */
export function sweepField(program: Program, sweeps?: number): Field {
  const process = enumerate(program);
  const { discount } = program.objective;
  const stop = sweeps === undefined ? undefined : { tolerance: 0, sweeps };
  const { values } = valueIteration(process, discount, stop);
  const cells = cellsOf(process);
  return {
    values: cells.map((state) => values[state]),
    arrows: cells.map((state) => arrowsOf(program, process, values, state)),
  };
}

/** States of the cells, row by row. */
function cellsOf(process: FiniteDecisionProcess): number[] {
  const names = process.carried.map(({ name }) => name);
  const [row, column] = [names.indexOf('row'), names.indexOf('column')];
  const place = (state: number) => {
    const values = process.states[state];
    return values[row] * SIDE + values[column];
  };
  return process.states.map((_, state) => state).sort((a, b) => place(a) - place(b));
}

function arrowsOf(
  { actions, objective: { discount } }: Program,
  process: FiniteDecisionProcess,
  values: Float64Array,
  state: number,
): string {
  const worth = actions.map((_, action) => actionValue(process, values, discount, state, action));
  const best = Math.max(...worth);
  return actions
    .filter((_, action) => worth[action] > best - TIE * Math.max(Math.abs(best), 1))
    .map(({ name }) => ARROWS[name])
    .join('');
}

/** A field as rows of cells: the best steps, where all are equal a dot, and the value. */
export function fieldCells({ values, arrows }: Field): string[][] {
  return Array.from({ length: SIDE }, (_, row) =>
    Array.from({ length: SIDE }, (_, column) => {
      const at = row * SIDE + column;
      const steps = arrows[at].length === 4 ? '·' : arrows[at];
      return `${steps.padEnd(3)} ${fixed(values[at], 1).padStart(4)}`;
    }),
  );
}

/** Sweeps after which every step that looks best is one of the best in the end, and stays so. */
export function sweepsUntilSettled(program: Program): number {
  const end = sweepField(program).arrows;
  const settledAt = (sweeps: number) =>
    sweepField(program, sweeps).arrows.every((steps, cell) =>
      [...steps].every((step) => end[cell].includes(step)),
    );
  let settled = 0;
  for (let sweeps = 0; sweeps <= MOST; sweeps++) if (!settledAt(sweeps)) settled = sweeps + 1;
  return settled;
}

/** Sweeps that are looked at. */
const MOST = 40;
