import { useEffect, useState } from 'react';
import type { Replay } from '../../replay/replay.ts';
import { liveSlice, PAUSE } from '../screen/liveSlice.ts';

/** Milliseconds after which is shown how far it is, as drawing takes longer than a slice; where somebody waits. */
const SHOWN = 300;
const SHOWN_SOON = 80;

/**
 * Lives the rest of a recording in small pieces while nothing else happens, so that the line over all days fills.
 *
 * @param awaited whether somebody waits for a later day
 * @param onLived called now and then while more days are lived, and when all are
 * @returns days lived so far
 */
export function useLivingAhead(replay: Replay, awaited: boolean, onLived: () => void): number {
  const [lived, setLived] = useState(replay.livedDays);
  useEffect(() => {
    if (replay.livedDays >= replay.days) return undefined;
    let shown = performance.now();
    let timer = setTimeout(advance, PAUSE);
    function advance() {
      // Days are counted as they are lived, so that the first frame that shows them need not.
      liveSlice(replay, () => replay.frame(replay.livedDays));
      const isOver = replay.livedDays >= replay.days;
      if (isOver || performance.now() - shown > (awaited ? SHOWN_SOON : SHOWN)) {
        shown = performance.now();
        setLived(replay.livedDays);
        onLived();
      }
      if (!isOver) timer = setTimeout(advance, PAUSE);
    }
    return () => clearTimeout(timer);
  }, [replay, awaited, onLived]);
  return lived;
}
