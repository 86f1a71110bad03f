import { ACTIONS, STATES } from '../../support/experience.ts';
import { EPSILON, type Life, type Seen } from './lives.ts';

/** A table of action values as plain lists. */
export type Table = number[][];

export function emptyTable(): Table {
  return Array.from({ length: STATES }, () => Array<number>(ACTIONS).fill(0));
}

/** What is seen after day t of a life. */
export function after({ days, end }: Life, t: number): Seen {
  return days[t + 1] ?? end;
}

/** max Q(s, a) over the available actions. */
export function best(q: Table, { state, available }: Seen): number {
  return Math.max(...available.map((a) => q[state][a]));
}

/** Σ π(a | s) Q(s, a) of the ε-greedy policy over the available actions. */
export function followed(q: Table, { state, available }: Seen): number {
  const mean = available.reduce((sum, a) => sum + q[state][a], 0) / available.length;
  return (1 - EPSILON) * best(q, { state, available }) + EPSILON * mean;
}

/** The largest distance between two tables. */
export function distance(one: Table, other: Table): number {
  return Math.max(...one.flat().map((value, k) => Math.abs(value - other.flat()[k])));
}
