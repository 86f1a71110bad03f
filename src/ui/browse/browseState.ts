import { CALM, type ScreenState } from '../screen/screenState.ts';
import type { ScreenSize } from '../screenSize.ts';
import { type BrowseLists, LISTS, type ListName } from './browseLists.ts';

/** Where somebody stands among the lists. */
export interface BrowseState extends ScreenState {
  readonly list: ListName;
  readonly places: Readonly<Record<ListName, Place>>;
  /** key of the run that is marked for comparing */
  readonly marked: string | undefined;
  /** whether what is told of the chosen item has the screen to itself */
  readonly alone: boolean;
  /** whether the command of the chosen item is shown */
  readonly command: boolean;
  /** key of the run that is trained anew if `t` is pressed once more */
  readonly sure: string | undefined;
  /** what to open: the words behind `tenure`; undefined: nothing yet */
  readonly open: readonly string[] | undefined;
}

/** Where somebody stands in one list. */
export interface Place {
  /** key of the chosen item; undefined, or no longer there: the first */
  readonly chosen: string | undefined;
  /** words that all must occur in an item */
  readonly filter: string;
}

/** What a key has to know besides the state. */
export interface BrowseContext {
  readonly lists: BrowseLists;
  readonly size: ScreenSize;
}

/** Where the lists are opened: at the runs, where there are any. */
export function initialBrowseState({ runs }: Pick<BrowseLists, 'runs'>): BrowseState {
  const start: Place = { chosen: undefined, filter: '' };
  return {
    ...CALM,
    list: runs.length > 0 ? 'runs' : 'scenarios',
    places: Object.fromEntries(LISTS.map((name) => [name, start])) as BrowseState['places'],
    marked: undefined,
    alone: false,
    command: false,
    sure: undefined,
    open: undefined,
  };
}

/** The state of somebody who comes back from what was opened. @param message what there is to say of it */
export function comeBack(state: BrowseState, message: string): BrowseState {
  return { ...state, ...CALM, message, open: undefined };
}

/** The state with another place in the list that is shown. */
export function placed(state: BrowseState, change: Partial<Place>): BrowseState {
  const { list, places } = state;
  return { ...state, places: { ...places, [list]: { ...places[list], ...change } } };
}
