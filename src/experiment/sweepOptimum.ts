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
  return { points, changes: merged(found, PRECISION * 1e3) };
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

/** At the very value where two actions are equally good both are optimal: its two sides are one change. */
function merged(found: readonly Located[], near: number): PolicyChange[] {
  const groups: Located[][] = [];
  for (const pair of found) {
    const last = groups[groups.length - 1]?.at(-1);
    const scale = Math.max(1, Math.abs(pair[0].value));
    if (last && pair[0].value - last[1].value <= near * scale) groups[groups.length - 1].push(pair);
    else groups.push([pair]);
  }
  return groups.flatMap((group) => {
    const [low, high] = [group[0][0], group[group.length - 1][1]];
    const states = changedStates(low, high);
    return states.length > 0 ? [{ value: (low.value + high.value) / 2, states }] : [];
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
