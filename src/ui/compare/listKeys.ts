import { TOLD } from '../../replay/pairTally.ts';
import { type CompareContext, type CompareState, shownDay, shownPair } from './compareState.ts';

/** Units on the lists, those who gained first. */
export function listedUnits(state: CompareState, { pair }: CompareContext): number[] {
  const [shown, day] = [shownPair(state, pair), shownDay(state, pair)];
  return [...shown.mostGained(day, TOLD), ...shown.mostLost(day, TOLD)].map(({ unit }) => unit);
}

/** The unit that the lists are shown around: the chosen one if it is on them, else the first. */
export function chosenOf(listed: readonly number[], chosen: number | undefined): number | undefined {
  return chosen !== undefined && listed.includes(chosen) ? chosen : listed[0];
}

/** Chooses so many further down the lists, or up where negative. */
export function chooseInList(state: CompareState, context: CompareContext, by: number): CompareState {
  const listed = listedUnits(state, context);
  const from = listed.indexOf(chosenOf(listed, state.chosen) ?? -1);
  const to = Math.min(Math.max(from + by, 0), listed.length - 1);
  if (to !== from) return { ...state, chosen: listed[to] };
  return { ...state, message: by < 0 ? 'this is the top of the lists' : 'this is the end of the lists' };
}

/** Why nobody can be chosen. */
export function noLists(state: CompareState, context: CompareContext): string | undefined {
  if (!context.divide(state).lists) return 'the lists are on another panel: tab';
  return nobodyListed(state, context);
}

/** Why there is nobody whose lives could be shown. */
export function nobodyListed(state: CompareState, context: CompareContext): string | undefined {
  if (listedUnits(state, context).length > 0) return undefined;
  return `nobody gained or lost by day ${shownDay(state, context.pair)}`;
}
