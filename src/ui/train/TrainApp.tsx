import { useApp, useInput } from 'ink';
import { type Dispatch, type ReactElement, useEffect, useReducer, useSyncExternalStore } from 'react';
import type { GlyphSet } from '../glyphs.ts';
import type { SavePicture } from '../picture/savePicture.ts';
import { Rows } from '../Rows.tsx';
import { keyNames } from '../screen/keyNames.ts';
import type { ScreenSize } from '../screenSize.ts';
import { reduceTrain } from './reduceTrain.ts';
import { trainContext } from './trainContext.ts';
import type { TrainingFeed } from './trainingFeed.ts';
import { trainRows } from './trainRows.ts';
import { OPENED, type TrainScreenEvent, type TrainState } from './trainState.ts';

/** Milliseconds between two looks at the clock. */
const TICK = 250;

export interface TrainAppProps {
  readonly feed: TrainingFeed;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** saves the screen; undefined: nobody does */
  readonly save: SavePicture | undefined;
  /** told of every change */
  readonly onMove: (state: TrainState) => void;
}

/** Keys, the clock, and the screen that a training leads to. */
export function TrainApp({ feed, size, glyphs, save, onMove }: TrainAppProps): ReactElement {
  const history = useSyncExternalStore(feed.subscribe, feed.history);
  const hasFailed = useSyncExternalStore(feed.subscribe, feed.hasFailed);
  const around = { history, size, glyphs, canSave: save !== undefined };
  const reduce = (before: TrainState, event: TrainScreenEvent) =>
    reduceTrain(before, event, trainContext(before, around));
  const [state, dispatch] = useReducer(reduce, OPENED);
  const screen = { state, context: trainContext(state, around), size, glyphs };
  const { paused, quit, evaluateAfter, quitAfter, saving } = state;
  const isLeft = quit || (quitAfter !== undefined && history.episodes.length >= quitAfter);
  const { exit } = useApp();
  useInput((input, key) => {
    for (const name of keyNames(input, key)) dispatch({ kind: 'key', key: name });
  });
  useClock(history.phase !== 'finished', dispatch);
  useEffect(() => feed.pause(paused), [feed, paused]);
  useEffect(() => {
    if (evaluateAfter !== undefined) feed.evaluate();
  }, [feed, evaluateAfter]);
  useEffect(() => {
    if (quitAfter !== undefined) feed.holdAfterEpisode();
  }, [feed, quitAfter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that is asked for is saved once
  useEffect(() => {
    if (saving) dispatch({ kind: 'saved', message: saved() });
  }, [saving]);
  useEffect(() => onMove(state), [onMove, state]);
  useEffect(() => {
    if (isLeft || hasFailed) exit();
  }, [isLeft, hasFailed, exit]);
  return <Rows rows={trainRows(screen)} />;

  function saved(): string {
    const { setup, episodes } = history;
    const name = `${setup.program.name}-${setup.agent}-episode-${episodes.length}`;
    const title = `${setup.program.name}, ${setup.agent}, episode ${episodes.length}`;
    try {
      return `saved ${save?.({ name, title, rows: trainRows(screen), columns: size.columns })}`;
    } catch (error) {
      return (error as Error).message;
    }
  }
}

/** Tells how much time went by, a few times a second. */
function useClock(isTicking: boolean, dispatch: Dispatch<TrainScreenEvent>): void {
  useEffect(() => {
    if (!isTicking) return undefined;
    let before = performance.now();
    const clock = setInterval(() => {
      const now = performance.now();
      dispatch({ kind: 'tick', milliseconds: now - before });
      before = now;
    }, TICK);
    return () => clearInterval(clock);
  }, [isTicking, dispatch]);
}
