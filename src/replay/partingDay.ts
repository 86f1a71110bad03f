import type { UserLife } from './userLife.ts';

/**
 * The first day on which two lives of one user part: another action was taken or another stage followed, while not
 * both are over; undefined: never.
 */
export function partingDay(a: UserLife, b: UserLife): number | undefined {
  const days = Math.min(a.stages.length, b.stages.length);
  const over = Math.max(a.leftOn ?? days, b.leftOn ?? days);
  for (let day = 1; day < days && day <= over; day++)
    if (a.actions[day] !== b.actions[day] || a.stages[day] !== b.stages[day]) return day;
  return undefined;
}
