import { useApp, useInput } from 'ink';
import { type ReactElement, useEffect, useMemo, useReducer } from 'react';
import type { Pair } from '../../replay/pair.ts';
import type { GlyphSet } from '../glyphs.ts';
import { Rows } from '../Rows.tsx';
import { keyNames } from '../screen/keyNames.ts';
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
  const { pair, about, withSeeds, told, size, glyphs, command, onMove, onLeave } = props;
  const context = compareContext({
    pair,
    told,
    user: props.user,
    size,
    glyphs,
    saves: props.save !== undefined,
  });
  const [state, dispatch] = useCompareState(props, context);
  const lived = useLivingBoth(pair);
  const { exit } = useApp();
  const user = state.lives?.user;
  const shown = useMemo(() => shownPair({ swapped: state.swapped }, pair), [state.swapped, pair]);
  const day = shownDay(state, shown);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) dispatch({ kind: 'key', key: name });
  });
  usePlayClock(state, dispatch);
  useEffect(() => onMove?.(day, user), [onMove, day, user]);
  useEffect(() => {
    if (state.quit) exit();
    else if (state.left) (onLeave ?? exit)();
  }, [state.quit, state.left, onLeave, exit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more days lived change what a pair can tell
  const view = useMemo(
    () => compareView(shown, day, { about, withSeeds, told, user: props.user }),
    [shown, day, about, withSeeds, told, props.user, lived],
  );
  const viewed = useMemo(
    () => (user === undefined ? undefined : viewedLives(shown, user, day)),
    [shown, user, day],
  );
  const screen = { view, viewed, state, context, size, glyphs, command: command(day, user) };
  useAsked(screen, props, dispatch);
  return <Rows rows={compareRows(screen)} />;
}

function useCompareState({ day, user }: CompareAppProps, context: CompareContext) {
  const reduce = (state: CompareState, event: CompareEvent) => reduceCompare(state, event, context);
  return useReducer(reduce, initialCompareState(day, user));
}
