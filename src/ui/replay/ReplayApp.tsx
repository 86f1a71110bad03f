import { useApp, useInput } from 'ink';
import {
  type Dispatch,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import { CompareApp } from '../compare/CompareApp.tsx';
import type { GlyphSet } from '../glyphs.ts';
import type { Picture } from '../picture/savePicture.ts';
import { Rows } from '../Rows.tsx';
import { keyNames } from '../screen/keyNames.ts';
import { usePlayClock } from '../screen/usePlayClock.ts';
import type { ScreenSize } from '../screenSize.ts';
import { goToDay } from './goToDay.ts';
import { keyContext, marksOnceLived } from './keyContext.ts';
import { type PersonOf, personOf } from './personOf.ts';
import { reduceReplay } from './reduceReplay.ts';
import type { ReplayServices, ViewCommand } from './replayServices.ts';
import { initialReplayState, type ReplayEvent, type ReplayState } from './replayState.ts';
import { replayView } from './replayView.ts';
import { type ScreenInput, screenRows } from './screenRows.ts';
import { useAdvice, useAdvisor } from './useAdvice.ts';
import { useAnswers } from './useAnswers.ts';
import { useLivingAhead } from './useLivingAhead.ts';

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
  readonly onMove: (command: string, day: number, user: number) => void;
}

/** Keys, the clock of playing, and the screen they lead to. */
export function ReplayApp(props: ReplayAppProps): ReactElement {
  const { replay, size, glyphs, services, command, onMove } = props;
  const adviceOf = useAdvisor(services);
  const { fork, against, kept, baseline, save } = services;
  const can = { fork: !!fork, against: !!against, kept: !!kept, baseline: !!baseline, save: !!save };
  const surprises = useSurprises(replay, services);
  const looks = useRef<PersonOf>(personOf(replay));
  const context = keyContext({ replay, size, glyphs, can, personOf: looks.current, adviceOf, surprises });
  const reduce = (before: ReplayState, event: ReplayEvent) => reduceReplay(before, event, context);
  const [state, dispatch] = useReducer(reduce, undefined, () =>
    goToDay(initialReplayState(0, props.user, props.filter), context, props.day),
  );
  const { day, user, quit, filter, kept: list } = state;
  const advice = useAdvice(replay, adviceOf, state);
  const looking = useMemo(() => personOf(replay, advice), [replay, advice]);
  looks.current = looking;
  const onLived = useCallback(() => dispatch({ kind: 'lived' }), []);
  const lived = useLivingAhead(replay, state.goal !== undefined, onLived);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more days lived change what a replay can tell
  const view = useMemo(
    () => replayView(replay, { day, user, filter }, looking, marksOnceLived(replay, surprises)),
    [replay, looking, surprises, day, user, filter, lived],
  );
  const screen = { view, state, context, size, glyphs, command: command(day, user, filter?.text, list?.who) };
  const [other, leaveOther] = useAnswers(state, services, dispatch, {
    picture: () => pictureOf(screen),
    command: screen.command,
  });
  useKeys(dispatch, other === undefined);
  usePlayClock(state, dispatch);
  const { command: here } = screen;
  useEffect(() => onMove(here, day, user), [onMove, here, day, user]);
  const { exit } = useApp();
  useEffect(() => {
    if (quit) exit();
  }, [quit, exit]);
  if (!other) return <Rows rows={screenRows(screen)} />;
  return (
    <CompareApp {...other} {...{ size, glyphs }} save={save} copy={services.copy} onLeave={leaveOther} />
  );
}

/**
 * Days that came otherwise than the policy expected, once they are found. Without them everything else works; where the
 * policy cannot be loaded, `useAdvisor` says why.
 */
function useSurprises(replay: Replay, { surprises }: ReplayServices): readonly Mark[] | undefined {
  const [found, setFound] = useState<readonly Mark[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another replay is another search
  useEffect(() => {
    const abort = new AbortController();
    surprises?.(abort.signal).then(setFound, () => undefined);
    return () => abort.abort();
  }, [replay, surprises]);
  return found;
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

function useKeys(dispatch: Dispatch<ReplayEvent>, isActive: boolean): void {
  useInput(
    (input, key) => {
      for (const name of keyNames(input, key)) dispatch({ kind: 'key', key: name });
    },
    { isActive },
  );
}
