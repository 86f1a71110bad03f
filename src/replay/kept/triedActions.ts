import type { Leaver, Tried } from './keptSearch.ts';
import type { OtherAction } from './trial.ts';

/** One action on one morning, in sum over those who left. */
export interface TriedAction extends OtherAction {
  /** users to whom something else was done that day and to whom it could be given */
  readonly tried: number;
  /** of these, who would be there on the last recorded day */
  readonly kept: number;
  /** of these, who would have left on a later day than they did */
  readonly delayed: number;
}

/** Whether a life would have gone on to the last recorded day. */
export function keeps({ leftOn }: Tried): boolean {
  return leftOn === undefined;
}

/** Whether a life would only have gone on for longer. @param day on which the user left */
export function delays({ leftOn }: Tried, day: number): boolean {
  return leftOn !== undefined && leftOn > day;
}

/** Counts what each action on each morning would have done, those that keep most first, then those that delay most. */
export function triedActions(leavers: readonly Leaver[], leftOn: number): TriedAction[] {
  const counts = new Map<string, TriedAction>();
  for (const one of leavers.flatMap(({ tried }) => tried)) {
    const { day, action } = one;
    const before = counts.get(`${day} ${action}`) ?? { day, action, tried: 0, kept: 0, delayed: 0 };
    counts.set(`${day} ${action}`, {
      ...before,
      tried: before.tried + 1,
      kept: before.kept + (keeps(one) ? 1 : 0),
      delayed: before.delayed + (delays(one, leftOn) ? 1 : 0),
    });
  }
  return [...counts.values()].sort(
    (a, b) => b.kept - a.kept || b.delayed - a.delayed || b.day - a.day || a.action - b.action,
  );
}
