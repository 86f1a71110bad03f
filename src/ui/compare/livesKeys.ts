import type { Pair } from '../../replay/pair.ts';
import { partingDay } from '../../replay/partingDay.ts';
import type { Direction } from '../../replay/searches.ts';
import { type CompareContext, type CompareState, shownDay } from './compareState.ts';
import { chosenOf, listedUnits } from './listKeys.ts';

/** Shows both lives of a user, on the day on which they part. */
export function openLives(state: CompareState, { pair }: CompareContext, user: number): CompareState {
  const cameFrom = state.lives?.cameFrom ?? shownDay(state, pair);
  const lives = { user, cameFrom, top: 0, why: state.lives?.why ?? false };
  const day = livesPart(pair, user);
  if (day !== undefined) return { ...state, playing: false, lives, day };
  return { ...state, playing: false, lives, message: `the lives of user ${user} never part` };
}

/** The day on which both lives of a user part. */
export function livesPart({ a, b }: Pair, user: number): number | undefined {
  return partingDay(a.life(user), b.life(user));
}

/** Both lives of the one chosen in the lists; of a product, those of its first user. */
export function openChosen(state: CompareState, context: CompareContext): CompareState {
  const unit = chosenOf(listedUnits(state, context), state.chosen);
  if (unit === undefined) return state;
  return openLives({ ...state, chosen: unit }, context, unit * context.pair.units.stride);
}

/** Both lives of the next (1) or previous (−1) one of the lists as they were on the day they were left. */
export function nextLives(state: CompareState, context: CompareContext, direction: Direction): CompareState {
  if (!state.lives) return state;
  const left = { ...state, day: state.lives.cameFrom };
  const listed = listedUnits(left, context);
  if (listed.length === 0) return { ...state, message: 'nobody is on the lists' };
  const at = listed.indexOf(chosenOf(listed, state.chosen) ?? -1);
  const chosen = listed[(at + direction + listed.length) % listed.length];
  return openLives({ ...state, chosen }, context, chosen * context.pair.units.stride);
}

/** Back to the panels, and to the day on which they were left. */
export function closeLives(state: CompareState): CompareState {
  return state.lives ? { ...state, lives: undefined, day: state.lives.cameFrom } : state;
}

/** Gives why the day went as it did the room of the strips, or takes it back. */
export function toggleWhy(state: CompareState): CompareState {
  return state.lives ? { ...state, lives: { ...state.lives, why: !state.lives.why, top: 0 } } : state;
}

/** Scrolls why the day went as it did by so many lines. */
export function scrollWhy(state: CompareState, { divide }: CompareContext, lines: number): CompareState {
  if (!state.lives) return state;
  const { why } = divide(state);
  const last = Math.max(why.lines - why.room, 0);
  const top = Math.min(Math.max(Math.min(state.lives.top, last) + lines, 0), last);
  if (top !== state.lives.top) return { ...state, lives: { ...state.lives, top } };
  if (last === 0) return { ...state, message: 'all of it is on the screen' };
  return { ...state, message: lines < 0 ? 'this is the top' : 'this is its end' };
}
