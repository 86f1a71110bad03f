import { type Dispatch, type ReactElement, useEffect, useReducer, useSyncExternalStore } from 'react';
import type { GlyphSet } from '../glyphs.ts';
import type { SavePicture } from '../picture/savePicture.ts';
import { Rows } from '../Rows.tsx';
import { useExit } from '../screen/useExit.ts';
import { useKeys } from '../screen/useKeys.ts';
import type { ScreenSize } from '../screenSize.ts';
import { reduceTrain } from './reduceTrain.ts';
import { trainContext } from './trainContext.ts';
import type { TrainingFeed } from './trainingFeed.ts';
import { trainRows } from './trainRows.ts';
import { OPENED, type TrainScreenEvent, type TrainState } from './trainState.ts';
import { useSaving } from './useSaving.ts';

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
  const { quit, quitAfter } = state;
  const isLeft = quit || (quitAfter !== undefined && history.episodes.length >= quitAfter);
  useKeys((key) => dispatch({ kind: 'key', key }));
  useClock(history.phase !== 'finished', dispatch);
  useWishes(feed, state);
  useSaving(screen, save, dispatch);
  useEffect(() => onMove(state), [onMove, state]);
  useExit(isLeft || hasFailed);
  return <Rows rows={trainRows(screen)} />;
}

/** Passes on to the training what keys asked of it. */
function useWishes(feed: TrainingFeed, { paused, evaluateAfter, quitAfter }: TrainState): void {
  useEffect(() => feed.pause(paused), [feed, paused]);
  useEffect(() => {
    if (evaluateAfter !== undefined) feed.evaluate();
  }, [feed, evaluateAfter]);
  useEffect(() => {
    if (quitAfter !== undefined) feed.holdAfterEpisode();
  }, [feed, quitAfter]);
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
