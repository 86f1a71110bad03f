import { useEffect, useState } from 'react';
import type { Replay } from '../../replay/replay.ts';

/** User-days lived between two looks at the keyboard: some ten milliseconds. */
const SLICE = 1_000_000;
/** Milliseconds between slices, so that keys and drawing come first. */
const PAUSE = 20;

/**
 * Lives the rest of a recording in small pieces while nothing else happens, so that the line over all days fills.
 *
 * @returns days lived so far
 */
export function useLivingAhead(replay: Replay): number {
  const [lived, setLived] = useState(replay.livedDays);
  useEffect(() => {
    if (replay.livedDays >= replay.days) return undefined;
    const timer = setTimeout(() => {
      const days = Math.max(Math.floor(SLICE / replay.people), 1);
      replay.liveUntil(Math.min(Math.max(lived, replay.livedDays) + days, replay.days));
      setLived(replay.livedDays);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [replay, lived]);
  return lived;
}
