import type { Program } from '../scenario/program.ts';

/**
 * How users are laid out in rows: group after group, in each group first those who are there from the start, then
 * places for newcomers. A group is a product that is decided for as a whole; else everyone is in one.
 */
export interface Shape {
  readonly groups: number;
  /** users at the start of each group */
  readonly founders: number;
  /** rows of each group */
  readonly places: number;
  /** rows of all groups */
  readonly rows: number;
  /** who decisions are taken for: groups or rows; the length of every array of the contract */
  readonly deciders: number;
}

/** @param users number of users at the start, or of products where one decision is taken for each of them */
export function shapeOf(
  { decision, arrivals }: Pick<Program, 'decision' | 'arrivals'>,
  users: number,
): Shape {
  const groups = decision ? users : 1;
  const founders = decision ? decision.users : users;
  const places = founders + Math.ceil(founders * (arrivals?.room ?? 0));
  const rows = groups * places;
  return { groups, founders, places, rows, deciders: decision ? groups : rows };
}
