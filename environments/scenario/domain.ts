import type { StateVariable } from './program.ts';

/** A value this near to a declared one, as a part of the distance to the next, is that one. */
const NEAR = 1e-3;

/**
 * The declared values of a state variable that are not all whole numbers. Columns hold 24 bits of such a value, so
 * that it is put right whenever it is read and set; whole numbers need no putting right.
 */
export function fractionsOf({ domain }: Pick<StateVariable, 'domain'>): readonly number[] | undefined {
  return domain?.every(Number.isInteger) ? undefined : domain;
}

/**
 * The declared value that a number stands for; the number itself where none is near.
 *
 * @param members rising
 */
export function nearestMember(members: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = members.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (members[middle] <= value) low = middle;
    else high = middle;
  }
  const gap = high > low ? members[high] - members[low] : Math.abs(members[low]);
  if (Math.abs(value - members[low]) <= NEAR * gap) return members[low];
  return Math.abs(value - members[high]) <= NEAR * gap ? members[high] : value;
}
