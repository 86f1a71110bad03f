import { useApp, useInput } from 'ink';
import { type ReactElement, useEffect, useMemo, useReducer } from 'react';
import type { Replay } from '../replay/replay.ts';
import { type GlyphSet, glyphsOf } from './glyphs.ts';
import { keyNames } from './keyNames.ts';
import { whyRows } from './panels/whyRows.ts';
import { ReplayScreen } from './ReplayScreen.tsx';
import { reduceReplay } from './reduceReplay.ts';
import { divisionOf, layOutReplay, type ScreenSize } from './replayLayout.ts';
import { initialReplayState, type KeyContext, type ReplayState, SPEEDS } from './replayState.ts';
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
  const reduce = (before: ReplayState, event: Parameters<typeof reduceReplay>[1]) =>
    reduceReplay(before, event, context);
  const [state, dispatch] = useReducer(reduce, initialReplayState(props.day, props.user));
  const { exit } = useApp();
  const lived = useLivingAhead(replay);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) dispatch({ kind: 'key', key: name });
  });
  useEffect(() => {
    if (!state.playing) return undefined;
    const clock = setInterval(() => dispatch({ kind: 'tick' }), 1000 / SPEEDS[state.speed]);
    return () => clearInterval(clock);
  }, [state.playing, state.speed]);
  useEffect(() => onMove(state.day, state.user), [onMove, state.day, state.user]);
  useEffect(() => {
    if (state.quit) exit();
  }, [state.quit, exit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more days lived change what a replay can tell
  const view = useMemo(
    () => replayView(replay, state.day, state.user),
    [replay, state.day, state.user, lived],
  );
  return (
    <ReplayScreen
      view={view}
      state={state}
      size={size}
      glyphs={glyphs}
      command={command(state.day, state.user)}
    />
  );
}

function keyContext(replay: Replay, size: ScreenSize, glyphs: GlyphSet): KeyContext {
  return {
    replay,
    divide(state) {
      const view = replayView(replay, state.day, state.user);
      const layout = layOutReplay(view, state, size);
      const room = { width: size.columns, glyphs: glyphsOf(glyphs) };
      return divisionOf(layout, view.person ? whyRows(view, view.person, room).length : 0);
    },
  };
}
