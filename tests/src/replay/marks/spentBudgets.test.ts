import { describe, expect, it } from 'vitest';
import type { Budget, Program } from '../../../../environments/scenario/program.ts';
import { spentBudgets } from '../../../../src/replay/marks/spentBudgets.ts';
import { recordedEpisode } from '../recordedEpisode.ts';
import { framesOf } from './frames.ts';

const example = recordedEpisode(1, 1).program;
const withBudget = (budget: Budget): Program => ({ ...example, budget });
/** Frames of 100 users, by how many are given a coupon (0.05) on each day. */
const coupons = (counts: readonly number[]) =>
  framesOf(counts.map((count) => ({ active: 100, actions: [100 - count, 0, 0, count] })));

describe('spentBudgets()', () => {
  it('marks the first of days in a row on which the day’s budget was spent', () => {
    const program = withBudget({ on: 'contacts', limit: 0.2, per: 'day' });
    const marks = spentBudgets(program, 100, coupons([3, 20, 20, 19, 0, 20, 5]));
    expect(marks).toEqual([
      { day: 2, kind: 'budget', strength: 2, about: 'the day’s budget was spent, 2 days in a row' },
      { day: 6, kind: 'budget', strength: 1, about: 'the day’s budget was spent' },
    ]);
  });

  it('counts a budget as spent where what remains is too little for anything', () => {
    const program = withBudget({ on: 'contacts', limit: 0.208, per: 'day' });
    expect(spentBudgets(program, 100, coupons([19, 20])).map(({ day }) => day)).toEqual([2]);
    const cheap = withBudget({ on: 'cost', limit: 0.0101, per: 'day' });
    // 1.01 for all; 20 coupons are 1.00, and a recommendation costs 0.01 more.
    expect(spentBudgets(cheap, 100, coupons([19, 20])).map(({ day }) => day)).toEqual([2]);
  });

  it('marks the day on which a budget for the whole episode was spent', () => {
    const program = withBudget({ on: 'contacts', limit: 0.5, per: 'episode' });
    const marks = spentBudgets(program, 100, coupons([20, 20, 5, 5, 0, 0]));
    expect(marks).toEqual([{ day: 4, kind: 'budget', strength: 3, about: 'the budget is spent' }]);
  });

  it('marks nothing where there is no budget, or nothing of it was spent', () => {
    expect(spentBudgets(example, 100, coupons([100, 100]))).toEqual([]);
    expect(spentBudgets(withBudget({ on: 'cost', limit: 0, per: 'day' }), 100, coupons([0, 0]))).toEqual([]);
  });
});
