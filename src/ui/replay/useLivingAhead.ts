import { useEffect, useState } from 'react';
import type { Replay } from '../../replay/replay.ts';

/** User-days lived between two looks at the keyboard: some ten milliseconds; at least a day. */
const SLICE = 100_000;
/** Milliseconds between slices, so that keys and drawing come first; and where somebody waits for a later day. */
const PAUSE = 20;
const HURRY = 0;

/**
 * Lives the rest of a recording in small pieces while nothing else happens, so that the line over all days fills.
 *
 * @param awaited whether somebody waits for a later day
 * @param onLived called after each piece
 * @returns days lived so far
 */
export function useLivingAhead(replay: Replay, awaited: boolean, onLived: () => void): number {
  const [lived, setLived] = useState(replay.livedDays);
  useEffect(() => {
    if (replay.livedDays >= replay.days) return undefined;
    const timer = setTimeout(
      () => {
        const days = Math.max(Math.floor(SLICE / replay.people), 1);
        replay.liveUntil(Math.min(Math.max(lived, replay.livedDays) + days, replay.days));
        setLived(replay.livedDays);
        onLived();
      },
      awaited ? HURRY : PAUSE,
    );
    return () => clearTimeout(timer);
  }, [replay, lived, awaited, onLived]);
  return lived;
}
