import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearingPrice } from '../../../agents/budget/clearing.ts';
import { ranked } from '../../../agents/budget/ranked.ts';
import type { BudgetSpec, EnvironmentSpec, Observation, Policy } from '../../../environments/contract.ts';

const COSTS = [0, 1, 3];
const SPEC: EnvironmentSpec = {
  name: 'prices',
  users: 4,
  horizon: 10,
  actions: COSTS.map((cost, k) => ({ name: `a${k}`, family: 'none', cost })),
  features: [],
  bins: [],
  stateCount: 1,
  rules: [],
};
const DAILY: BudgetSpec = { on: 'cost', limit: 1, per: 'day' };

function seen(users: number, budget: number): Observation {
  return {
    features: new Float32Array(0),
    states: new Uint32Array(users),
    active: new Uint8Array(users).fill(1),
    budget,
  };
}

/** Does what it scores highest, of equals the dearest. */
function scoring(scores: readonly number[]): Policy {
  return {
    selectActions: (_, actions) => {
      for (let user = 0; user < actions.length; user++) {
        const own = scores.slice(COSTS.length * user, COSTS.length * (user + 1));
        actions[user] = own.lastIndexOf(Math.max(...own));
      }
    },
    actionScores: (_, into) => into.set(scores),
  };
}

describe('ranked(policy, spec, budget)', () => {
  it('spends where the gain per unit is largest', () => {
    const policy = ranked(scoring([0, 1, 2, 0, 3, 3, 0, 0.5, 6]), SPEC, DAILY);
    const actions = new Uint8Array(3);
    policy.selectActions(seen(3, 4), actions);
    // 3 for the second user at 1; then 6 for the third at 3, twice as much each as 1 for the first.
    expect([...actions]).toEqual([0, 1, 2]);
  });

  it('never spends more than there is, and leaves no gain that could be paid by itself', () => {
    const users = fc.array(
      fc.tuple(fc.double({ min: -1, max: 5, noNaN: true }), fc.double({ min: -1, max: 5, noNaN: true })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(users, fc.integer({ min: 0, max: 20 }), (list, budget) => {
        const actions = new Uint8Array(list.length);
        const scores = list.flatMap(([one, three]) => [0, one, three]);
        ranked(scoring(scores), SPEC, DAILY).selectActions(seen(list.length, budget), actions);
        const spent = actions.reduce((sum, action) => sum + COSTS[action], 0);
        expect(spent).toBeLessThanOrEqual(budget);
        for (const [user, action] of actions.entries())
          if (action === 0 && list[user][1] <= 0)
            expect(list[user][0] > 0 && budget - spent >= 1).toBe(false);
      }),
    );
  });

  it('comes within the price of one action of the best there is', () => {
    const pairs = fc.array(
      fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true })),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(pairs, fc.integer({ min: 0, max: 9 }), (list, budget) => {
        const actions = new Uint8Array(list.length);
        const scores = list.map(([one, three]) => [0, one, three]);
        ranked(scoring(scores.flat()), SPEC, DAILY).selectActions(seen(list.length, budget), actions);
        const value = actions.reduce((sum, action, user) => sum + scores[user][action], 0);
        const largest = Math.max(...scores.flat());
        expect(value).toBeGreaterThanOrEqual(bestOf(scores, budget) - largest - 1e-9);
      }),
    );
  });

  it('spreads a budget for the episode over its days', () => {
    const policy = ranked(scoring([0, 9, 9, 0, 8, 8]), SPEC, { on: 'cost', limit: 5, per: 'episode' });
    const actions = new Uint8Array(2);
    const spent: number[] = [];
    let left = 10;
    for (let day = 0; day < 10; day++) {
      policy.selectActions(seen(2, left), actions);
      spent.push(actions.reduce((sum, action) => sum + COSTS[action], 0));
      left -= spent[day];
    }
    expect(spent).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('leaves a policy alone that has no scores', () => {
    const policy: Policy = { selectActions: (_, actions) => void actions.fill(1) };
    expect(ranked(policy, SPEC, DAILY)).toBe(policy);
  });
});

describe('clearingPrice(observation, scores, prices, budget)', () => {
  it('is the gain of the last unit that is paid for', () => {
    const scores = Float64Array.of(0, 4, 4, 0, 2, 2, 0, 1, 1);
    expect(clearingPrice(seen(3, 0), scores, COSTS, 1.5)).toBe(2);
    expect(clearingPrice(seen(3, 0), scores, COSTS, 2.5)).toBe(1);
  });

  it('is below 0 where more could be spent than gains anything', () => {
    expect(clearingPrice(seen(1, 0), Float64Array.of(0, -3, -9), COSTS, 5)).toBe(-3);
  });
});

/** The largest sum of scores within a budget, by trying all. */
function bestOf(scores: readonly (readonly number[])[], budget: number): number {
  if (scores.length === 0) return 0;
  const [own, ...others] = scores;
  return Math.max(
    ...own.map((score, action) =>
      COSTS[action] <= budget ? score + bestOf(others, budget - COSTS[action]) : -Infinity,
    ),
  );
}
