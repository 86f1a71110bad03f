import { MORNINGS, whyShared } from '../../../replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../../replay/kept/leavers.ts';
import { stillAsked } from '../asking.ts';
import { goToDay } from '../goToDay.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';
import { chosenEntry, type KeptList, keptEntries, onlyUser } from './keptList.ts';

/** Keys that leave the list open; any other closes it and does what it does. */
const STAYING = new Set('K up down pageup pagedown return escape ? : s y q ctrl-c'.split(' '));

/** Lines that page up and page down go. */
const PAGE = 10;

/** Why nobody can be looked for. */
export function noKept(_: ReplayState, { can, replay }: KeyContext): string | undefined {
  if (!can.kept) return 'nothing here decides how another future would go on';
  return whyShared(replay.recording.program);
}

/**
 * Looks for what would have kept the chosen user, if it leaves so soon that this morning is one of those tried, else
 * those who left on the day shown. From one user's list goes to all who left on that day, from theirs to the one chosen
 * on it.
 */
export function openKept(state: ReplayState, { replay }: KeyContext): ReplayState {
  const { kept, user, day } = state;
  if (kept?.from) return { ...state, kept: kept.from };
  if (kept?.who.kind === 'user') return askKept(state, { kind: 'day', day: kept.search.day });
  if (kept) return ofChosen(state, kept);
  const { leftOn = -1 } = replay.life(user);
  const leavesSoon = leftOn >= day && leftOn < day + MORNINGS;
  return askKept(state, leavesSoon ? { kind: 'user', user } : { kind: 'day', day });
}

function ofChosen(state: ReplayState, kept: KeptList): ReplayState {
  const entry = chosenEntry(kept);
  return entry ? { ...state, kept: onlyUser(kept, entry.user) } : { ...state, message: EMPTY };
}

const EMPTY = 'there is nobody on the list; esc closes it';

/** The state while others' futures are being tried. */
export function askKept(state: ReplayState, who: WhoLeft): ReplayState {
  return { ...state, playing: false, kept: undefined, asked: { kind: 'kept', who }, tried: 0 };
}

/** Without the list, where a key is about something else. */
export function closedBy(key: string, state: ReplayState): ReplayState {
  const { kept, line, help } = state;
  const stays = !kept || (line ? key !== 'return' : help || STAYING.has(key));
  return stays ? state : { ...state, kept: undefined };
}

/** Chooses the next (1) or previous (−1) entry, or one a page away. */
export function chooseKept(
  state: ReplayState,
  kept: KeptList,
  unit: 'line' | 'page',
  direction: 1 | -1,
): ReplayState {
  const last = keptEntries(kept.search).length - 1;
  const by = direction * (unit === 'page' ? PAGE : 1);
  const chosen = Math.max(Math.min(kept.chosen + by, last), 0);
  if (chosen !== kept.chosen) return { ...state, kept: { ...kept, chosen } };
  return { ...state, message: by < 0 ? 'this is the top of the list' : 'this is the end of the list' };
}

/** Goes to the chosen user on that morning and forks it there. */
export function forkKept(state: ReplayState, context: KeyContext, kept: KeptList): ReplayState {
  const reason = stillAsked(state.asked);
  if (reason !== undefined) return { ...state, message: reason };
  const entry = chosenEntry(kept);
  if (!entry) return { ...state, message: EMPTY };
  const { user, day, action } = entry;
  const choice = { who: { kind: 'user', user }, action, day, days: 1 } as const;
  const there = { ...goToDay(state, context, day), user };
  return { ...there, asked: { kind: 'fork', choice }, message: 'living the other future…' };
}
