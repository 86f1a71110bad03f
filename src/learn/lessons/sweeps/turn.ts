import type { Work, Workbench } from '../../lesson.ts';
import { within } from '../../work.ts';
import { type Field, sweepField, sweepsUntilSettled } from './arrows.ts';

/** The scenario. */
export const WORLD = 'gridworld';

/** Cells, counted row by row: A, B, and the one between them. */
export const [A, BETWEEN, B] = [1, 2, 3];

/** What the lesson is about. */
export interface Found {
  /** jump of B at which the cell between turns */
  readonly flip: number;
  /** sweeps until every arrow is a best one, with B at 5 */
  readonly settled: number;
  /** B at 5, after these sweeps, and in the end */
  readonly early: Field;
  readonly end: Field;
  /** in the end, just above the turn */
  readonly above: Field;
}

/** Finds where the arrow turns, and when all arrows are best ones. */
export function* findAll(bench: Workbench): Work<Found> {
  const flip = yield* within(turnOf(bench), 0, 0.8);
  const settled = sweepsUntilSettled(bench.world(WORLD, { jumpB: 5 }));
  yield 0.9;
  const above = aboveTurn(flip);
  return {
    flip,
    settled,
    early: fieldOf(bench, 5, settled),
    end: fieldOf(bench, 5),
    above: fieldOf(bench, above),
  };
}

/** The jump of B, from 5 to 12, at which the cell between turns to it; by bisection. */
function* turnOf(bench: Workbench): Work<number> {
  let [low, high] = [5, 12];
  for (let k = 1; k <= HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (fieldOf(bench, middle).arrows[BETWEEN].includes('→')) high = middle;
    else low = middle;
    yield k / HALVINGS;
  }
  return high;
}

/** These leave a ten-millionth of what they began with. */
const HALVINGS = 26;

/** The first multiple of a half above the turn. */
export function aboveTurn(flip: number): number {
  return Math.ceil(2 * flip) / 2;
}

/** The field with some jump of B, after some sweeps or in the end. */
export function fieldOf(bench: Workbench, jumpB: number, count?: number): Field {
  return sweepField(bench.world(WORLD, { jumpB }), count);
}
