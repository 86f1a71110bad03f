import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offersTo, purchasesOf } from '../../../agents/budget/purchases.ts';

describe('purchasesOf(user, scores, prices, free)', () => {
  it('steps up the hull of score over price', () => {
    // 2 costs 4 for 3; by way of 1 it is 2 for 2 and then 2 for 1.
    expect(purchasesOf(7, [0, 2, 3], [0, 2, 4], 0)).toEqual([
      { user: 7, action: 1, price: 2, efficiency: 1 },
      { user: 7, action: 2, price: 2, efficiency: 0.5 },
    ]);
  });

  it('leaves out what lies below the hull, and what gains nothing', () => {
    expect(purchasesOf(0, [0, 0.5, 3, 2], [0, 2, 4, 5], 0)).toEqual([
      { user: 0, action: 2, price: 4, efficiency: 0.75 },
    ]);
  });

  it('goes on to what costs more than it gains, where that is asked for', () => {
    expect(purchasesOf(0, [0, -1], [0, 2], 0, -Infinity)).toEqual([
      { user: 0, action: 1, price: 2, efficiency: -0.5 },
    ]);
  });

  it('never offers what is not available', () => {
    expect(purchasesOf(0, [0, -Infinity, 1], [0, 1, 2], 0, -2)).toEqual([
      { user: 0, action: 2, price: 2, efficiency: 0.5 },
    ]);
  });

  it('has efficiencies that fall from step to step', () => {
    const actions = fc.array(
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 1, max: 9 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(actions, (list) => {
        const scores = [0, ...list.map(([score]) => score)];
        const prices = [0, ...list.map(([, price]) => price)];
        const steps = purchasesOf(0, scores, prices, 0).map(({ efficiency }) => efficiency);
        for (let k = 1; k < steps.length; k++) expect(steps[k]).toBeLessThanOrEqual(steps[k - 1] + 1e-9);
      }),
    );
  });
});

describe('offersTo(observation, scores, prices)', () => {
  it('puts the best value of all users first, and leaves out who is not there', () => {
    const { offers, free } = offersTo(
      { active: Uint8Array.of(1, 0, 1) },
      Float64Array.of(0, 1, 0, 9, 0.5, 3),
      [0, 1],
    );
    expect(offers.map(({ user }) => user)).toEqual([2, 0]);
    expect([...free]).toEqual([0, 0, 0]);
  });
});
