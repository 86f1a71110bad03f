import type { Direction } from '../../replay/searches.ts';
import { thousands } from '../formatNumber.ts';
import { type CompareContext, type CompareState, shownDay } from './compareState.ts';
import { livesPart } from './livesKeys.ts';

/**
 * Goes to the next (1) or previous (−1) day on which most part, and where there is none to the next on which anybody
 * does; while lives are shown, to the day on which these part.
 */
export function goToSplit(state: CompareState, { pair }: CompareContext, direction: Direction): CompareState {
  const from = shownDay(state, pair);
  const peaks = direction > 0 ? pair.peaks : pair.peaks.toReversed();
  const peak = peaks.find((day) => direction * (day - from) > 0);
  const day = state.lives ? livesPart(pair, state.lives.user) : (peak ?? pair.nextParting(from, direction));
  if (day === undefined || day === from) return { ...state, message: noSplit(state, pair, direction, day) };
  return { ...state, day, message: state.lives ? '' : splitWords(pair, day) };
}

function splitWords(pair: CompareContext['pair'], day: number): string {
  const count = pair.parted(day);
  return `day ${day}: the lives of ${thousands(count)} ${pair.units.kind}${count === 1 ? '' : 's'} part`;
}

function noSplit(
  { lives }: CompareState,
  { livedDays, days }: CompareContext['pair'],
  direction: Direction,
  parting: number | undefined,
): string {
  if (lives)
    return parting === undefined ? 'these lives never part' : 'this is the day on which these lives part';
  if (direction < 0) return 'nobody parts before';
  return livedDays < days
    ? `nobody parts later up to day ${livedDays}; the days after are still lived`
    : 'nobody parts later';
}
