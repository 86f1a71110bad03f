import { type Dispatch, useEffect, useState } from 'react';
import type { WhoLeft } from '../../replay/kept/leavers.ts';
import type { Picture } from '../picture/savePicture.ts';
import type { OtherFuture, ReplayServices } from './replayServices.ts';
import type { Asked, ReplayEvent, ReplayState } from './replayState.ts';

/** What the screen shows, for keeping it. */
export interface Shown {
  readonly picture: () => Picture;
  readonly command: string;
}

/**
 * Does what keys asked for and the reducer cannot do: other futures, files, the clipboard.
 *
 * @returns the other future that is looked at, and how to leave it
 */
export function useAnswers(
  { asked }: ReplayState,
  services: ReplayServices,
  dispatch: Dispatch<ReplayEvent>,
  shown: Shown,
): readonly [OtherFuture | undefined, () => void] {
  const [other, setOther] = useState<OtherFuture>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for once is done once
  useEffect(() => {
    if (!asked) return undefined;
    const abort = new AbortController();
    const { signal } = abort;
    answer(asked, { services, shown, dispatch, lookAt: setOther, signal }).catch((error: unknown) => {
      if (!signal.aborted) dispatch(failure(asked, error));
    });
    return () => abort.abort();
  }, [asked]);
  return [other, () => setOther(undefined)];
}

/** What an answer takes. */
interface Answering {
  readonly services: ReplayServices;
  readonly shown: Shown;
  readonly dispatch: Dispatch<ReplayEvent>;
  /** opens another future */
  readonly lookAt: (future: OtherFuture) => void;
  readonly signal: AbortSignal;
}

async function answer(asked: Asked, { services, shown, dispatch, lookAt, signal }: Answering): Promise<void> {
  const done = (message: string) => dispatch({ kind: 'answered', message });
  if (asked.kind === 'save')
    done(`saved ${services.save?.(shown.picture())} in this folder, and the same as .txt`);
  else if (asked.kind === 'copy') {
    services.copy?.(shown.command);
    done('');
  } else if (asked.kind === 'baseline') {
    const baseline = await services.baseline?.(signal);
    if (baseline && !signal.aborted) dispatch({ kind: 'baseline', baseline });
  } else if (asked.kind === 'kept') await searchOut(asked.who, services, signal, dispatch);
  else {
    const future = await otherFuture(asked, services, signal);
    if (signal.aborted || !future) return;
    done('');
    lookAt(future);
  }
}

/** Why there is no answer; a name that was wrong is there to be mended. */
function failure(asked: Asked, error: unknown): ReplayEvent {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const line = asked.kind === 'against' ? { kind: 'against', text: asked.policy } : undefined;
  return { kind: 'answered', message, ...(line && { line }) };
}

/** Tries what would have kept those who left, and tells how much of it is done. */
async function searchOut(
  who: WhoLeft,
  { kept }: ReplayServices,
  signal: AbortSignal,
  dispatch: Dispatch<ReplayEvent>,
): Promise<void> {
  let told = 0;
  const onProgress = (part: number) => {
    const tried = Math.floor(100 * part);
    if (tried === told || signal.aborted) return;
    told = tried;
    dispatch({ kind: 'tried', tried });
  };
  const search = await kept?.(who, { signal, onProgress });
  if (!search || signal.aborted) return;
  if (search.kind === 'none') dispatch({ kind: 'answered', message: search.reason });
  else dispatch({ kind: 'kept', who, search });
}

function otherFuture(
  asked: Extract<Asked, { kind: 'fork' | 'against' }>,
  { fork, against }: ReplayServices,
  signal: AbortSignal,
): Promise<OtherFuture> | undefined {
  return asked.kind === 'fork'
    ? fork?.(asked.choice, asked.filter, signal)
    : against?.(asked.policy, asked.day, signal);
}
