import { churnWaves } from './marks/churnWaves.ts';
import type { Mark } from './marks/mark.ts';
import { policyShifts } from './marks/policyShifts.ts';
import { spentBudgets } from './marks/spentBudgets.ts';
import type { Replay } from './replay.ts';

export type { Mark } from './marks/mark.ts';

/** Marks of one kind that are worth looking at. */
const MOST = 12;

/**
 * Days of a recording that are worth looking at, in their order: churn waves, policy shifts and budgets spent to the
 * end, of each kind the strongest. All recorded days are lived first.
 */
export function marksOf(replay: Replay): Mark[] {
  const frames = Array.from({ length: replay.days + 1 }, (_, day) => replay.frame(day));
  const { program, users } = replay.recording;
  const kinds = [churnWaves(frames), policyShifts(program, frames), spentBudgets(program, users, frames)];
  return kinds.flatMap(strongest).sort((a, b) => a.day - b.day);
}

function strongest(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => b.strength - a.strength).slice(0, MOST);
}
