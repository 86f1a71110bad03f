import { useApp, useInput } from 'ink';
import { type Dispatch, type ReactElement, useEffect, useMemo, useReducer } from 'react';
import type { Pair } from '../../replay/pair.ts';
import type { GlyphSet } from '../glyphs.ts';
import type { SavePicture } from '../picture/savePicture.ts';
import { keyNames } from '../screen/keyNames.ts';
import { SPEEDS } from '../screen/transport.ts';
import type { ScreenSize } from '../screenSize.ts';
import { CompareScreen } from './CompareScreen.tsx';
import { compareContext } from './compareContext.ts';
import { type CompareInput, compareRows } from './compareRows.ts';
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
import { useLivingBoth } from './useLivingBoth.ts';
import { viewedLives } from './viewedLives.ts';

export interface CompareAppProps extends CompareWords {
  readonly pair: Pair;
  /** where to begin */
  readonly day: number;
  /** whose lives to begin with; undefined: with everyone */
  readonly user?: number | undefined;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** the command that prints a view; `user` is undefined where everyone is shown */
  readonly command: (day: number, user: number | undefined) => string;
  /** told where the person stands, after every change */
  readonly onMove?: (day: number, user: number | undefined) => void;
  /** keeps pictures of the screen; undefined: none can be kept */
  readonly save?: SavePicture | undefined;
  /** goes back to where the comparison was opened; undefined: there is no such place, and the program ends */
  readonly onLeave?: (() => void) | undefined;
}

/** Two policies on the same people: keys, the clock of playing, and the screen they lead to. */
export function CompareApp(props: CompareAppProps): ReactElement {
  const { pair, about, withSeeds, told, size, glyphs, command, onMove, onLeave } = props;
  const context = compareContext({ pair, told, size, glyphs, saves: props.save !== undefined });
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
    () => compareView(shown, day, { about, withSeeds, told }),
    [shown, day, about, withSeeds, told, lived],
  );
  const viewed = useMemo(
    () => (user === undefined ? undefined : viewedLives(shown, user, day)),
    [shown, user, day],
  );
  const screen = { view, viewed, state, context, size, glyphs, command: command(day, user) };
  useSaving(screen, props.save, dispatch);
  return <CompareScreen {...screen} />;
}

function useCompareState({ day, user }: CompareAppProps, context: CompareContext) {
  const reduce = (state: CompareState, event: CompareEvent) => reduceCompare(state, event, context);
  return useReducer(reduce, initialCompareState(day, user));
}

/** A tick for every day's time while playing. */
function usePlayClock({ playing, speed }: CompareState, dispatch: Dispatch<CompareEvent>): void {
  useEffect(() => {
    if (!playing) return undefined;
    const clock = setInterval(() => dispatch({ kind: 'tick' }), 1000 / SPEEDS[speed]);
    return () => clearInterval(clock);
  }, [playing, speed, dispatch]);
}

/** Saves the screen once for each time that somebody asked for it. */
function useSaving(
  screen: CompareInput,
  save: SavePicture | undefined,
  dispatch: Dispatch<CompareEvent>,
): void {
  const { pictures } = screen.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the screen when it is asked for
  useEffect(() => {
    if (pictures > 0 && save) dispatch({ kind: 'said', message: saved(screen, save) });
  }, [pictures]);
}

/** Where a picture is kept, or why it could not be. */
function saved(screen: CompareInput, save: SavePicture): string {
  const { names, day, program } = screen.view;
  const title = `${program.name}: A ${names.a}, B ${names.b}, day ${day}`;
  const name = `${program.name}-${names.a}-against-${names.b}-day-${day}`;
  try {
    return `saved ${save({ name, title, rows: compareRows(screen), columns: screen.size.columns })}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
