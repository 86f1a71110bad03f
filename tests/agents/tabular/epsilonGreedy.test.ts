import { describe, expect, it } from 'vitest';
import { ActionValues } from '../../../agents/tabular/actionValues.ts';
import { epsilonGreedy } from '../../../agents/tabular/epsilonGreedy.ts';
import { mixedObservation } from '../../contracts/policyContract.ts';
import { compatible } from '../../support/chiSquare.ts';

const USERS = 14_000;
const EPSILON = 0.3;
const seen = mixedObservation(USERS);

/** Who takes another action than the best, which is the last of three. */
function straying(key: number, day: number): boolean[] {
  const table = new ActionValues(2, 3);
  for (const cell of [2, 5]) table.collect(cell, 1);
  table.apply({ initial: 1, visits: 0, power: 0 });
  const actions = new Uint8Array(USERS);
  epsilonGreedy(table, seen, actions, new Float64Array(USERS).fill(EPSILON), key, day);
  return Array.from(actions, (action, i) => seen.active[i] === 1 && action !== 2);
}

describe('epsilonGreedy()', () => {
  it.each([
    ['with one key and with another', straying(1, 0), straying(2, 0)],
    ['on one day and on the next', straying(1, 0), straying(1, 1)],
  ])('lets users stray independently of each other %s', (_, one, other) => {
    const counts = [0, 0, 0, 0];
    for (const [i, active] of seen.active.entries())
      if (active === 1) counts[2 * Number(one[i]) + Number(other[i])]++;
    const total = counts.reduce((sum, count) => sum + count, 0);
    // Two of three random actions are not the best one.
    const p = (EPSILON * 2) / 3;
    const law = [(1 - p) ** 2, (1 - p) * p, p * (1 - p), p * p];
    expect(
      compatible(
        counts,
        law.map((part) => part * total),
      ),
    ).toBe(true);
  });
});
