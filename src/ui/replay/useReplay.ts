import { type Dispatch, useCallback, useMemo, useReducer, useRef } from 'react';
import { goToDay } from './goToDay.ts';
import { keyContext, marksOnceLived } from './keyContext.ts';
import { type PersonOf, personOf } from './personOf.ts';
import type { ReplayAppProps } from './ReplayApp.tsx';
import { reduceReplay } from './reduceReplay.ts';
import { initialReplayState, type KeyContext, type ReplayEvent, type ReplayState } from './replayState.ts';
import { type ReplayView, replayView } from './replayView.ts';
import { useAdvice, useAdvisor } from './useAdvice.ts';
import { useLivingAhead } from './useLivingAhead.ts';
import { useSurprises } from './useSurprises.ts';

/** Where somebody stands in a replay, and what is to be seen from there. */
export interface StandingInReplay {
  readonly state: ReplayState;
  readonly dispatch: Dispatch<ReplayEvent>;
  readonly context: KeyContext;
  readonly view: ReplayView;
}

/** Keeps where somebody stands, lives on ahead of them, and asks the policy what it thinks of whom they look at. */
export function useReplay(props: ReplayAppProps): StandingInReplay {
  const { replay, size, glyphs, services } = props;
  const adviceOf = useAdvisor(services);
  const surprises = useSurprises(replay, services);
  const looks = useRef<PersonOf>(personOf(replay));
  const can = abilities(services);
  const context = keyContext({ replay, size, glyphs, can, personOf: looks.current, adviceOf, surprises });
  const [state, dispatch] = useReplayState(props, context);
  const { day, user, filter } = state;
  const advice = useAdvice(replay, adviceOf, state);
  const looking = useMemo(() => personOf(replay, advice), [replay, advice]);
  looks.current = looking;
  const onLived = useCallback(() => dispatch({ kind: 'lived' }), [dispatch]);
  const lived = useLivingAhead(replay, state.goal !== undefined, onLived);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more days lived change what a replay can tell
  const view = useMemo(
    () => replayView(replay, { day, user, filter }, looking, marksOnceLived(replay, surprises)),
    [replay, looking, surprises, day, user, filter, lived],
  );
  return { state, dispatch, context, view };
}

function useReplayState({ user, filter, day }: ReplayAppProps, context: KeyContext) {
  const reduce = (before: ReplayState, event: ReplayEvent) => reduceReplay(before, event, context);
  return useReducer(reduce, undefined, () => goToDay(initialReplayState(0, user, filter), context, day));
}

function abilities({ fork, against, kept, baseline, save }: ReplayAppProps['services']): KeyContext['can'] {
  return { fork: !!fork, against: !!against, kept: !!kept, baseline: !!baseline, save: !!save };
}
