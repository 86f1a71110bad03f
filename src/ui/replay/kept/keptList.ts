import type { KeptSearch, Tried } from '../../../replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../../replay/kept/leavers.ts';
import { delays, keeps, triedActions } from '../../../replay/kept/triedActions.ts';

/** Who could have been kept, as a list to choose from. */
export interface KeptList {
  /** who was asked about */
  readonly who: WhoLeft;
  readonly search: KeptSearch;
  /** index in `keptEntries` */
  readonly chosen: number;
  /** the list of many that this one of one user was opened from */
  readonly from?: KeptList;
}

/** One way in which one user would have stayed, or stayed for longer. */
export interface KeptEntry extends Tried {
  readonly user: number;
  /** ways besides this one that do the same for the user, where only one of them is listed */
  readonly others: number;
}

/**
 * What the list holds: of one user each way, of several the best way of each, which is the latest morning. Those that
 * keep a user come first, then those that only delay its leaving.
 */
export function keptEntries({ leavers, day }: KeptSearch): KeptEntry[] {
  const keeping = leavers.map(({ user, tried }) => ({ user, ways: latestFirst(tried.filter(keeps)) }));
  const delaying = leavers
    .filter(({ tried }) => leavers.length === 1 || !tried.some(keeps))
    .map(({ user, tried }) => ({ user, ways: latestFirst(tried.filter((one) => delays(one, day))) }));
  return [...keeping, ...delaying].flatMap(({ user, ways }) =>
    leavers.length === 1
      ? ways.map((way) => ({ user, ...way, others: 0 }))
      : ways.slice(0, 1).map((way) => ({ user, ...way, others: ways.length - 1 })),
  );
}

function latestFirst(tried: readonly Tried[]): Tried[] {
  return tried.toSorted((a, b) => b.day - a.day || a.action - b.action);
}

/** The chosen entry; undefined where the list is empty. */
export function chosenEntry({ search, chosen }: KeptList): KeptEntry | undefined {
  return keptEntries(search)[chosen];
}

/** The list of one user of those who were searched for. */
export function onlyUser(from: KeptList, user: number): KeptList {
  const { search } = from;
  const leavers = search.leavers.filter((leaver) => leaver.user === user);
  const actions = triedActions(leavers, search.day);
  return { who: { kind: 'user', user }, search: { ...search, leavers, actions }, chosen: 0, from };
}
