import { type Dispatch, useEffect, useState } from 'react';
import type { Row } from '../row.ts';
import type { OtherFuture, ReplayServices } from './replayServices.ts';
import type { ReplayEvent, ReplayState } from './replayState.ts';

/**
 * Does what the keys asked for and the reducer cannot do: other futures, and files.
 *
 * @param rows of the screen as it is
 * @returns the other future that is looked at, and how to leave it
 */
export function useAnswers(
  { asked, day }: ReplayState,
  services: ReplayServices,
  dispatch: Dispatch<ReplayEvent>,
  rows: () => { readonly rows: readonly Row[]; readonly columns: number },
): readonly [OtherFuture | undefined, () => void] {
  const [other, setOther] = useState<OtherFuture>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for once is done once
  useEffect(() => {
    if (!asked) return undefined;
    const abort = new AbortController();
    const answer = (message: string) => dispatch({ kind: 'answered', message });
    const refuse = (error: unknown) => {
      if (!abort.signal.aborted)
        answer(error instanceof Error ? error.message.split('\n')[0] : String(error));
    };
    const open = (future: OtherFuture) => {
      if (abort.signal.aborted) return;
      answer('');
      setOther(future);
    };
    if (asked.kind === 'fork') services.fork?.(asked.choice, abort.signal).then(open, refuse);
    else if (asked.kind === 'against') services.against?.(asked.policy, abort.signal).then(open, refuse);
    else {
      try {
        const screen = rows();
        answer(`saved ${services.save?.(screen.rows, screen.columns, day)}`);
      } catch (error) {
        refuse(error);
      }
    }
    return () => abort.abort();
  }, [asked]);
  return [other, () => setOther(undefined)];
}
