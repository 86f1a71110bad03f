import { type ReactElement, useCallback, useEffect } from 'react';
import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Replay } from '../../replay/replay.ts';
import { CompareApp } from '../compare/CompareApp.tsx';
import type { GlyphSet } from '../glyphs.ts';
import type { Picture } from '../picture/savePicture.ts';
import { Rows } from '../Rows.tsx';
import { useExit } from '../screen/useExit.ts';
import { useKeys } from '../screen/useKeys.ts';
import { usePlayClock } from '../screen/usePlayClock.ts';
import type { ScreenSize } from '../screenSize.ts';
import type { ReplayServices, ViewCommand } from './replayServices.ts';
import { type ScreenInput, screenRows } from './screenRows.ts';
import { useAnswers } from './useAnswers.ts';
import { useReplay } from './useReplay.ts';

export interface ReplayAppProps {
  readonly replay: Replay;
  /** where to begin */
  readonly day: number;
  readonly user: number;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  readonly services: ReplayServices;
  readonly filter: UserCondition | undefined;
  /** the command that prints a view */
  readonly command: ViewCommand;
  /** told where the person stands, after every change */
  readonly onMove: (command: string, day: number, user: number | undefined) => void;
}

/** Keys, the clock of playing, and the screen they lead to. */
export function ReplayApp(props: ReplayAppProps): ReactElement {
  const { size, glyphs, services, onMove } = props;
  const { state, dispatch, context, view } = useReplay(props);
  const { day, user, quit, filter, kept } = state;
  const command = props.command(day, user, filter?.text, kept?.who);
  const screen = { view, state, context, size, glyphs, command };
  const [other, leaveOther] = useAnswers(state, services, dispatch, {
    picture: () => pictureOf(screen),
    command,
  });
  useKeys((key) => dispatch({ kind: 'key', key }), other === undefined);
  usePlayClock(state, dispatch);
  useEffect(() => {
    if (!other) onMove(command, day, user);
  }, [other, onMove, command, day, user]);
  const onMoveThere = useCallback(
    (there: number, whose: number | undefined) => other && onMove(other.command(there, whose), there, whose),
    [other, onMove],
  );
  useExit(quit);
  if (!other) return <Rows rows={screenRows(screen)} />;
  const { save, copy } = services;
  const shared = { size, glyphs, save, copy, onMove: onMoveThere };
  return <CompareApp {...other} {...shared} onLeave={leaveOther} />;
}

function pictureOf(screen: ScreenInput): Picture {
  const { view, state, size } = screen;
  const { label } = view;
  return {
    name: `${label}-day-${state.day}`,
    title: `${label}, day ${state.day}, user ${state.user}`,
    rows: screenRows(screen),
    columns: size.columns,
  };
}
