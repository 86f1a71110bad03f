import type { Mark } from '../../replay/marks.ts';
import { goToDay } from './goToDay.ts';
import type { KeyContext, ReplayState } from './replayState.ts';

/** Why there are no marks to go to yet. */
export function notAllLived(_: ReplayState, { replay, marks }: KeyContext): string | undefined {
  if (marks() !== undefined) return undefined;
  return `marks are known once all days are lived: ${replay.livedDays} of ${replay.days} so far`;
}

/** The next (1) or previous (−1) marked day: waves of churn, shifts of policy, budgets spent, bookmarks. */
export function nextMark(state: ReplayState, context: KeyContext, direction: 1 | -1): ReplayState {
  const ahead = allMarks(state, context)
    .filter(({ day }) => direction * (day - state.day) > 0)
    .sort((a, b) => direction * (a.day - b.day));
  const [first] = ahead;
  if (!first)
    return { ...state, message: direction > 0 ? 'no mark after this day' : 'no mark before this day' };
  const about = ahead.filter(({ day }) => day === first.day).map((mark) => mark.about);
  return { ...goToDay(state, context, first.day), message: about.join('; ') };
}

/** Sets a bookmark on today, or takes it away. */
export function toggleBookmark(state: ReplayState): ReplayState {
  const { bookmarks, day } = state;
  return bookmarks.includes(day)
    ? {
        ...state,
        bookmarks: bookmarks.filter((other) => other !== day),
        message: `no bookmark on day ${day} any more`,
      }
    : {
        ...state,
        bookmarks: [...bookmarks, day],
        message: `bookmark on day ${day}; [ and ] come back to it`,
      };
}

function allMarks({ bookmarks }: ReplayState, { marks }: KeyContext): Pick<Mark, 'day' | 'about'>[] {
  return [...(marks() ?? []), ...bookmarks.map((day) => ({ day, about: 'bookmark' }))];
}
