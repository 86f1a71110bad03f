import { useApp, useInput } from 'ink';
import { type ReactElement, useEffect, useMemo, useReducer } from 'react';
import type { Replay } from '../../replay/replay.ts';
import type { GlyphSet } from '../glyphs.ts';
import { keyNames } from '../screen/keyNames.ts';
import type { ScreenSize } from '../screenSize.ts';
import { keyContext } from './keyContext.ts';
import { ReplayScreen } from './ReplayScreen.tsx';
import { reduceReplay } from './reduceReplay.ts';
import {
  initialReplayState,
  type KeyContext,
  type ReplayEvent,
  type ReplayState,
  SPEEDS,
} from './replayState.ts';
import { replayView } from './replayView.ts';
import { useLivingAhead } from './useLivingAhead.ts';

export interface ReplayAppProps {
  readonly replay: Replay;
  /** where to begin */
  readonly day: number;
  readonly user: number;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** the command that prints a view */
  readonly command: (day: number, user: number) => string;
  /** told where the person stands, after every change */
  readonly onMove: (day: number, user: number) => void;
}

/** Keys, the clock of playing, and the screen they lead to. */
export function ReplayApp(props: ReplayAppProps): ReactElement {
  const { replay, size, glyphs, command, onMove } = props;
  const context = keyContext(replay, size, glyphs);
  const [state, dispatch] = useReplayState(props, context);
  const { day, user, quit } = state;
  const { exit } = useApp();
  const lived = useLivingAhead(replay);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) dispatch({ kind: 'key', key: name });
  });
  usePlayClock(state, dispatch);
  useEffect(() => onMove(day, user), [onMove, day, user]);
  useEffect(() => {
    if (quit) exit();
  }, [quit, exit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more days lived change what a replay can tell
  const view = useMemo(() => replayView(replay, day, user), [replay, day, user, lived]);
  const screen = { view, state, context, size, glyphs, command: command(day, user) };
  return <ReplayScreen {...screen} />;
}

function useReplayState({ day, user }: ReplayAppProps, context: KeyContext) {
  const reduce = (state: ReplayState, event: ReplayEvent) => reduceReplay(state, event, context);
  return useReducer(reduce, initialReplayState(day, user));
}

/** A tick for every day's time while playing. */
function usePlayClock({ playing, speed }: ReplayState, dispatch: (event: ReplayEvent) => void): void {
  useEffect(() => {
    if (!playing) return undefined;
    const clock = setInterval(() => dispatch({ kind: 'tick' }), 1000 / SPEEDS[speed]);
    return () => clearInterval(clock);
  }, [playing, speed, dispatch]);
}
