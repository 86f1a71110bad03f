import { useApp } from 'ink';
import { type ReactElement, useEffect, useMemo, useReducer } from 'react';
import type { Pair } from '../../replay/pair.ts';
import type { GlyphSet } from '../glyphs.ts';
import { Rows } from '../Rows.tsx';
import { useKeys } from '../screen/useKeys.ts';
import { usePlayClock } from '../screen/usePlayClock.ts';
import type { ScreenSize } from '../screenSize.ts';
import { compareContext } from './compareContext.ts';
import { compareRows } from './compareRows.ts';
import {
  type CompareContext,
  type CompareEvent,
  type CompareState,
  initialCompareState,
  shownDay,
  shownPair,
} from './compareState.ts';
import { type CompareWords, compareView } from './compareView.ts';
import { reduceCompare } from './reduceCompare.ts';
import { type CompareServices, useAsked } from './useAsked.ts';
import { useLivingBoth } from './useLivingBoth.ts';
import { viewedLives } from './viewedLives.ts';

export interface CompareAppProps extends CompareWords, CompareServices {
  readonly pair: Pair;
  /** where to begin */
  readonly day: number;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** the command that prints a view; `user` is undefined where everyone is shown */
  readonly command: (day: number, user: number | undefined) => string;
  /** told where the person stands, after every change */
  readonly onMove?: (day: number, user: number | undefined) => void;
  /** goes back to where the comparison was opened; undefined: there is no such place, and the program ends */
  readonly onLeave?: (() => void) | undefined;
}

/** Two policies on the same people: keys, the clock of playing, and the screen they lead to. */
export function CompareApp(props: CompareAppProps): ReactElement {
  const { pair, told, user, size, glyphs, command, onMove, onLeave } = props;
  const saves = props.save !== undefined;
  const context = compareContext({ pair, told, user, size, glyphs, saves });
  const [state, dispatch] = useCompareState(props, context);
  const lived = useLivingBoth(pair);
  const { day, view, viewed } = useViewed(props, state, lived);
  const shownUser = state.lives?.user;
  useKeys((key) => dispatch({ kind: 'key', key }));
  usePlayClock(state, dispatch);
  useEffect(() => onMove?.(day, shownUser), [onMove, day, shownUser]);
  useLeaving(state, onLeave);
  const screen = { view, viewed, state, context, size, glyphs, command: command(day, shownUser) };
  useAsked(screen, props, dispatch);
  return <Rows rows={compareRows(screen)} />;
}

function useCompareState({ day, user }: CompareAppProps, context: CompareContext) {
  const reduce = (state: CompareState, event: CompareEvent) => reduceCompare(state, event, context);
  return useReducer(reduce, initialCompareState(day, user));
}

/**
 * What is to be seen from where somebody stands.
 *
 * @param lived days lived in both so far, as more of them change what a pair can tell
 */
function useViewed(
  { pair, about, among, withSeeds, told, user }: CompareAppProps,
  state: CompareState,
  lived: number,
) {
  const { swapped, lives } = state;
  const shown = useMemo(() => shownPair({ swapped }, pair), [swapped, pair]);
  const day = shownDay(state, shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more days lived change what a pair can tell
  const view = useMemo(
    () => compareView(shown, day, { about, among, withSeeds, told, user }),
    [shown, day, about, among, withSeeds, told, user, lived],
  );
  const looked = lives?.user;
  const viewed = useMemo(
    () => (looked === undefined ? undefined : viewedLives(shown, looked, day)),
    [shown, looked, day],
  );
  return { day, view, viewed };
}

/** Goes back to where the comparison was opened, or ends the program. */
function useLeaving({ quit, left }: CompareState, onLeave: (() => void) | undefined): void {
  const { exit } = useApp();
  useEffect(() => {
    if (quit) exit();
    else if (left) (onLeave ?? exit)();
  }, [quit, left, onLeave, exit]);
}
