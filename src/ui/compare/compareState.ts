import type { Pair } from '../../replay/pair.ts';
import { swappedPair } from '../../replay/swappedPair.ts';
import { CALM, type ScreenState } from '../screen/screenState.ts';
import type { Transport } from '../screen/transport.ts';

/** Where somebody stands in a comparison, and what is shown of it. */
export interface CompareState extends ScreenState, Transport {
  /** which page of panels, from 0; beyond the last: the last */
  readonly page: number;
  /** the unit chosen in the lists; undefined: the first of them */
  readonly chosen: number | undefined;
  /** both lives of one unit in place of the panels */
  readonly lives: ShownLives | undefined;
  /** whether A and B have changed places */
  readonly swapped: boolean;
  /** whether the command for the present view is shown */
  readonly command: boolean;
  /** what was asked for that takes a file or the terminal, until it is done */
  readonly asked: 'save' | 'copy' | undefined;
  /** whether to go back to where the comparison was opened */
  readonly left: boolean;
}

export interface ShownLives {
  /** row of the user, as users are numbered in a replay */
  readonly user: number;
  /** the day to come back to */
  readonly cameFrom: number;
  /** first line shown of why the day went as it did */
  readonly top: number;
  /** whether why takes the room of the strips */
  readonly why: boolean;
}

/** What a key has to know besides the state. */
export interface CompareContext {
  /** as it was opened */
  readonly pair: Pair;
  /** whether pictures can be saved */
  readonly saves: boolean;
  /** how the screen would be divided in a state */
  divide(state: CompareState): CompareDivision;
}

export interface CompareDivision {
  /** pages of panels that take turns */
  readonly pages: number;
  /** whether the page shown has the lists of who gained and lost */
  readonly lists: boolean;
  /** lines of why a day went as it did in both lives, and how many of them there is room for */
  readonly why: { readonly lines: number; readonly room: number };
}

export type CompareEvent =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'tick' }
  | { readonly kind: 'done'; readonly message: string };

/**
 * Where a comparison is opened: paused, four days a second once it plays.
 *
 * @param user whose lives to show; undefined: the panels
 */
export function initialCompareState(day: number, user: number | undefined): CompareState {
  return {
    ...CALM,
    day,
    playing: false,
    speed: 2,
    page: 0,
    chosen: undefined,
    lives: user === undefined ? undefined : { user, cameFrom: day, top: 0, why: false },
    swapped: false,
    command: false,
    asked: undefined,
    left: false,
  };
}

/** The pair as it is shown: A and B as they were opened, or changed round. */
export function shownPair({ swapped }: Pick<CompareState, 'swapped'>, pair: Pair): Pair {
  return swapped ? swappedPair(pair) : pair;
}

/** The day that can be shown: the one somebody stands on, or the last lived on the way to it. */
export function shownDay({ day }: Pick<CompareState, 'day'>, { livedDays }: Pair): number {
  return Math.min(day, livedDays);
}
