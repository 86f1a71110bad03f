import { type ReactElement, useEffect, useReducer, useRef } from 'react';
import type { Lesson, Workbench } from '../../learn/lesson.ts';
import type { GlyphSet } from '../glyphs.ts';
import { Rows } from '../Rows.tsx';
import { useExit } from '../screen/useExit.ts';
import { useKeys } from '../screen/useKeys.ts';
import type { ScreenSize } from '../screenSize.ts';
import { learnRows, linesOf } from './learnRows.ts';
import { type LearnState, openProgress, type Shown } from './learnState.ts';
import { reduceLearn } from './reduceLearn.ts';
import { useWork } from './useWork.ts';

/** What the application is mounted with. */
export interface LearnAppProps {
  readonly lessons: readonly Lesson[];
  readonly initial: LearnState;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  readonly benchFor: (seed: string) => Workbench;
  /** told where the person stands, after every change */
  readonly onMove: (state: LearnState) => void;
}

/** Keys, computing, and the screen they lead to. */
export function LearnApp({ lessons, initial, size, glyphs, benchFor, onMove }: LearnAppProps): ReactElement {
  // What is shown depends on the state, and how far a key scrolls on what was shown when it was pressed.
  const drawn = useRef<Shown>({ kind: 'working', part: 0 });
  const lines = (state: LearnState) => linesOf({ state, lessons, shown: drawn.current, size, glyphs });
  const context = { lessons, computed: () => drawn.current.kind !== 'working', linesOf: lines };
  const [state, dispatch] = useReducer(
    (before: LearnState, key: string) => reduceLearn(before, key, context),
    initial,
  );
  const { quit } = state;
  const own = openProgress(state, lessons);
  const shown = useWork(lessons[state.lesson], own, benchFor(own.seed), state.screen === 'lesson');
  drawn.current = shown;
  useKeys(dispatch);
  useEffect(() => onMove(state), [onMove, state]);
  useExit(quit);
  return <Rows rows={learnRows({ state, lessons, shown, size, glyphs })} />;
}
