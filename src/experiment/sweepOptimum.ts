/** The optimum at one value of a parameter. */
export interface SweepPoint {
  /** of the parameter */
  readonly value: number;
  /** what a user is worth as it enters */
  readonly optimum: number;
  /** all optimal actions of each state, by the state's name */
  readonly actions: ReadonlyMap<string, readonly string[]>;
}

/** Where the optimal policy changes. */
export interface PolicyChange {
  /** of the parameter, to within `PRECISION` of the step */
  readonly value: number;
  readonly states: readonly StateChange[];
}

export interface StateChange {
  readonly state: string;
  readonly below: readonly string[];
  readonly above: readonly string[];
}

export interface Sweep {
  readonly points: readonly SweepPoint[];
  /** rising */
  readonly changes: readonly PolicyChange[];
}

/** Changes are located to this part of a step. */
const PRECISION = 1e-10;
/** A band in which two policies are equally good, no wider than this part of a step, is one change. */
const BAND = 0.01;
/** A change this near to an end of the range, as a part of a step, is a tie there. */
const EDGE = 1e-6;

/**
 * Solves a scenario along a parameter and finds where the optimal policy changes between the points, by bisection.
 * A policy that changes and changes back within one step goes unseen.
 *
 * @param values of the parameter, rising
 * @param solveAt solves for one value
 */
export function sweepOptimum(values: readonly number[], solveAt: (value: number) => SweepPoint): Sweep {
  const points = values.map(solveAt);
  const found = points
    .slice(1)
    .flatMap((point, k) => between(points[k], point, PRECISION * (point.value - points[k].value), solveAt));
  const step = Math.min(...points.slice(1).map((point, k) => point.value - points[k].value));
  const edges = [values[0], values[values.length - 1]];
  // Where the range begins or ends in a tie, nothing changes within it.
  const inside = ({ value }: PolicyChange) => edges.every((edge) => Math.abs(value - edge) > EDGE * step);
  return { points, changes: merged(found, BAND * step).filter(inside) };
}

type Located = readonly [SweepPoint, SweepPoint];

/** Pairs of points, closer than the precision, whose policies differ. */
function between(
  low: SweepPoint,
  high: SweepPoint,
  width: number,
  solveAt: (value: number) => SweepPoint,
): Located[] {
  if (sameActions(low, high)) return [];
  const middle = (low.value + high.value) / 2;
  if (high.value - low.value <= width || middle === low.value || middle === high.value) return [[low, high]];
  const point = solveAt(middle);
  return [...between(low, point, width, solveAt), ...between(point, high, width, solveAt)];
}

/** Near the value where two actions are equally good both are called optimal: the two sides are one change. */
function merged(found: readonly Located[], band: number): PolicyChange[] {
  const groups: Located[] = [];
  for (const [low, high] of found) {
    const last = groups.at(-1);
    if (last && low.value - last[1].value <= band && hasBoth(low, last[0], high))
      groups[groups.length - 1] = [last[0], high];
    else groups.push([low, high]);
  }
  return groups.flatMap(([low, high]) => {
    const states = changedStates(low, high);
    return states.length > 0 ? [{ value: (low.value + high.value) / 2, states }] : [];
  });
}

/** Whether what is optimal between two sides is what is on one of them, or on both. */
function hasBoth(between: SweepPoint, low: SweepPoint, high: SweepPoint): boolean {
  return [...between.actions].every(([state, actions]) => {
    const [below, above] = [low, high].map((side) => side.actions.get(state) ?? []);
    const one = [below, above].some((side) => side.join() === actions.join());
    return one || [...below, ...above].every((action) => actions.includes(action));
  });
}

function changedStates(low: SweepPoint, high: SweepPoint): StateChange[] {
  return [...low.actions].flatMap(([state, below]) => {
    const above = high.actions.get(state) ?? below;
    return above.join() === below.join() ? [] : [{ state, below, above }];
  });
}

function sameActions(a: SweepPoint, b: SweepPoint): boolean {
  return changedStates(a, b).length === 0;
}
