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
    const answer = (message: string) => dispatch({ kind: 'answered', message });
    const work = async () => {
      const { signal } = abort;
      if (asked.kind === 'save')
        answer(`saved ${services.save?.(shown.picture())} in this folder, and the same as .txt`);
      else if (asked.kind === 'copy') {
        services.copy?.(shown.command);
        answer('');
      } else if (asked.kind === 'baseline') {
        const baseline = await services.baseline?.(signal);
        if (baseline && !signal.aborted) dispatch({ kind: 'baseline', baseline });
      } else if (asked.kind === 'kept') {
        await searchOut(asked.who, services, signal, dispatch);
      } else {
        const future = await otherFuture(asked, services, signal);
        if (signal.aborted || !future) return;
        answer('');
        setOther(future);
      }
    };
    work().catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
      // A name that was wrong is there to be mended.
      const line = asked.kind === 'against' ? { kind: 'against', text: asked.policy } : undefined;
      dispatch({ kind: 'answered', message, ...(line && { line }) });
    });
    return () => abort.abort();
  }, [asked]);
  return [other, () => setOther(undefined)];
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
  return asked.kind === 'fork' ? fork?.(asked.choice, signal) : against?.(asked.policy, asked.day, signal);
}
