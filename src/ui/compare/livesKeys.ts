import type { Direction } from '../../replay/searches.ts';
import { type CompareContext, type CompareState, shownDay } from './compareState.ts';
import { chosenOf, listedUnits } from './listKeys.ts';

/** Shows both lives of a unit, on the day on which they part. */
export function openLives(state: CompareState, { pair }: CompareContext, unit: number): CompareState {
  const day = shownDay(state, pair);
  const cameFrom = state.lives?.cameFrom ?? day;
  const parting = pair.partingOf(unit);
  const lives = { unit, cameFrom, top: 0 };
  if (parting !== undefined) return { ...state, playing: false, chosen: unit, lives, day: parting };
  const message = `the lives of ${pair.units.kind} ${unit} have not parted by day ${pair.livedDays}`;
  return { ...state, playing: false, chosen: unit, lives, message };
}

/** Both lives of the one chosen in the lists. */
export function openChosen(state: CompareState, context: CompareContext): CompareState {
  const unit = chosenOf(listedUnits(state, context), state.chosen);
  return unit === undefined ? state : openLives(state, context, unit);
}

/** Both lives of the next (1) or previous (−1) one of the lists as they were on the day they were left. */
export function nextLives(state: CompareState, context: CompareContext, direction: Direction): CompareState {
  if (!state.lives) return state;
  const { unit, cameFrom } = state.lives;
  const listed = listedUnits({ ...state, day: cameFrom }, context);
  const next = listed[(listed.indexOf(unit) + direction + listed.length) % listed.length];
  return next === undefined
    ? { ...state, message: 'nobody is on the lists' }
    : openLives(state, context, next);
}

/** Back to the panels, and to the day on which they were left. */
export function closeLives(state: CompareState): CompareState {
  return state.lives ? { ...state, lives: undefined, day: state.lives.cameFrom } : state;
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
