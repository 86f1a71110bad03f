import { useEffect, useMemo, useState } from 'react';
import type { Replay } from '../../replay/replay.ts';
import { printable } from '../printable.ts';
import { type AdviceOf, personOf, type ShownAdvice } from './personOf.ts';
import type { ReplayServices } from './replayServices.ts';
import type { ReplayState } from './replayState.ts';

/** Milliseconds without another day or user after which the policy is asked, so that stepping is never held up. */
const REST = 60;

/** What the policy thinks, once it is loaded, or why it cannot be. Without it everything else works. */
export function useAdvisor({ advisor }: ReplayServices): AdviceOf | undefined {
  const [adviceOf, setAdviceOf] = useState<AdviceOf>();
  useEffect(() => {
    advisor?.().then(
      (loaded) => setAdviceOf(() => loaded),
      (error: unknown) => setAdviceOf(() => silentBecause(error)),
    );
  }, [advisor]);
  return adviceOf;
}

/** A policy that thinks nothing of anybody, as it could not be loaded. */
function silentBecause(error: unknown): AdviceOf {
  const [what] = (error instanceof Error ? error.message : String(error)).split('\n');
  const advice = { kind: 'none', reason: `the policy cannot be loaded: ${printable(what)}` } as const;
  return () => advice;
}

/**
 * What the policy thinks of the user and the day that somebody rests at. While they move on, or play, it is waited for.
 *
 * @returns undefined where there is nobody to ask
 */
export function useAdvice(
  replay: Replay,
  adviceOf: AdviceOf | undefined,
  { user, day, playing }: Pick<ReplayState, 'user' | 'day' | 'playing'>,
): AdviceOf | undefined {
  const [settled, setSettled] = useState<{ user: number; day: number; advice: ShownAdvice | undefined }>();
  useEffect(() => {
    if (!adviceOf || playing) return undefined;
    const ask = () => setSettled({ user, day, advice: personOf(replay, adviceOf)(user, day).advice });
    const timer = setTimeout(ask, REST);
    return () => clearTimeout(timer);
  }, [replay, adviceOf, user, day, playing]);
  return useMemo(() => {
    if (!adviceOf) return undefined;
    return (ofUser, onDay) =>
      settled?.user === ofUser && settled.day === onDay ? settled.advice : { kind: 'waiting' };
  }, [adviceOf, settled]);
}
