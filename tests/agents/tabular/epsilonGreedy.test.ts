import { describe, expect, it } from 'vitest';
import { ActionValues } from '../../../agents/tabular/actionValues.ts';
import { epsilonGreedy, epsilonGreedyProbabilities } from '../../../agents/tabular/epsilonGreedy.ts';
import type { Policy } from '../../../environments/contract.ts';
import {
  expectDecisions,
  expectProbabilities,
  mixedObservation,
  withAvailability,
} from '../../contracts/policyContract.ts';
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

/** A table of these values in two states. */
function tableOf(values: readonly (readonly number[])[]): ActionValues {
  const table = new ActionValues(2, 3);
  for (const [cell, value] of values.flat().entries()) table.collect(cell, value);
  table.apply({ initial: 1, visits: 0, power: 0 });
  return table;
}

/** The probabilities of the first user's actions, in state 0. */
function lawOf(values: readonly (readonly number[])[], epsilon: number, available?: readonly number[]) {
  const probabilities = new Float64Array(3);
  const observation = {
    features: new Float32Array(0),
    states: Uint32Array.of(0),
    active: Uint8Array.of(1),
    ...(available ? { available: Uint8Array.from(available) } : {}),
  };
  epsilonGreedyProbabilities(tableOf(values), observation, probabilities, Float64Array.of(epsilon));
  return [...probabilities].map((p) => Math.round(p * 1e12) / 1e12);
}

describe('equal best actions', () => {
  const tied = [
    [1, 1, 0],
    [2, 2, 2],
  ];

  it('share what is not explored, among those that are available', () => {
    expect(lawOf(tied, 0.3)).toEqual([0.45, 0.45, 0.1]);
    expect(lawOf(tied, 0.3, [0, 1, 1])).toEqual([0, 0.85, 0.15]);
    expect(lawOf(tied, 0.3, [1, 1, 0])).toEqual([0.5, 0.5, 0]);
    expect(lawOf(tied, 0.3, [0, 0, 1])).toEqual([0, 0, 1]);
    expect(lawOf(tied, 0.3, [0, 0, 0])).toEqual([1, 0, 0]);
  });

  it.each([0, 0.3, 1])('are each taken as often as that says, with ε = %d', (epsilon) => {
    const table = tableOf(tied);
    const epsilons = new Float64Array(USERS).fill(epsilon);
    const policy: Policy = {
      selectActions: (observation, actions) => epsilonGreedy(table, observation, actions, epsilons, 1, 0),
      actionProbabilities: (observation, probabilities) =>
        epsilonGreedyProbabilities(table, observation, probabilities, epsilons),
    };
    for (const observation of [seen, withAvailability(seen, 3)]) {
      expectDecisions(policy, observation, 3);
      expectProbabilities(policy, observation, 3);
    }
  });
});
