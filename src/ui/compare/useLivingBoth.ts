import { useEffect, useState } from 'react';
import type { Pair } from '../../replay/pair.ts';

/** User-days lived between two looks at the keyboard: some twenty milliseconds. */
const SLICE = 100_000;
/** Milliseconds between slices, so that keys and drawing come first. */
const PAUSE = 5;

/**
 * Lives both recordings to their end in small pieces while nothing else happens.
 *
 * @returns days lived so far
 */
export function useLivingBoth(pair: Pair): number {
  const [pieces, setPieces] = useState(0);
  useEffect(() => {
    if (pair.livedDays >= pair.days) return undefined;
    const timer = setTimeout(() => {
      const more = Math.max(Math.floor(SLICE / pair.people), 1);
      for (let piece = 0; piece < more; piece++) pair.liveABit();
      setPieces(pieces + more);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [pair, pieces]);
  return pair.livedDays;
}
