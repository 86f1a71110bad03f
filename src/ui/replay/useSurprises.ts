import { useEffect, useState } from 'react';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import type { ReplayServices } from './replayServices.ts';

/**
 * Days that came otherwise than the policy expected, once they are found. Without them everything else works; where the
 * policy cannot be loaded, `useAdvisor` says why.
 */
export function useSurprises(replay: Replay, { surprises }: ReplayServices): readonly Mark[] | undefined {
  const [found, setFound] = useState<readonly Mark[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another replay is another search
  useEffect(() => {
    const abort = new AbortController();
    surprises?.(abort.signal).then(setFound, () => undefined);
    return () => abort.abort();
  }, [replay, surprises]);
  return found;
}
