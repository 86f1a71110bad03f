import { shapeOf } from '../../../environments/population/shape.ts';
import type { Budget, Program } from '../../../environments/scenario/program.ts';
import type { ReplayFrame } from '../replayFrame.ts';
import type { Mark } from './mark.ts';

/** Part of a budget from which on it counts as spent. */
const SPENT = 0.99;

/**
 * The first of the days on which the budget was spent to the end, of each stretch of such days.
 *
 * @param users of the recording at the start
 * @param frames of every day from 0 on
 */
export function spentBudgets(program: Program, users: number, frames: readonly ReplayFrame[]): Mark[] {
  const { budget } = program;
  if (!budget) return [];
  const prices = program.actions.map(({ attributes }, k) =>
    budget.on === 'cost' ? attributes['cost'] : Number(k > 0),
  );
  const limit = budget.limit * shapeOf(program, users).founders;
  const isSpent = spentOn(budget, frames, { limit, prices });
  const firsts = [...frames.keys()].filter((day) => isSpent[day] && !isSpent[day - 1]);
  return firsts.map((day) => {
    const end = isSpent.indexOf(false, day);
    const days = (end < 0 ? frames.length : end) - day;
    return { day, kind: 'budget', strength: days, about: aboutOf(budget, days) };
  });
}

function spentOn(
  { per }: Budget,
  frames: readonly ReplayFrame[],
  { limit, prices }: { limit: number; prices: readonly number[] },
): boolean[] {
  const cheapest = Math.min(...prices.filter((price) => price > 0));
  let spent = 0;
  return frames.map(({ actions }) => {
    if (per === 'day') spent = 0;
    spent += actions.reduce((sum, count, k) => sum + count * prices[k], 0);
    // What is too little for one more action cannot be spent.
    return spent > 0 && (spent >= SPENT * limit || limit - spent < cheapest);
  });
}

function aboutOf({ per }: Budget, days: number): string {
  if (per === 'episode') return 'the budget is spent';
  return days === 1 ? 'the day’s budget was spent' : `the day’s budget was spent, ${days} days in a row`;
}
