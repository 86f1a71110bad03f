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
  const [lived, setLived] = useState(pair.livedDays);
  useEffect(() => {
    if (pair.livedDays >= pair.days) return undefined;
    const pieces = Math.max(Math.floor(SLICE / pair.people), 1);
    let timer = setTimeout(slice, PAUSE);
    return () => clearTimeout(timer);

    function slice(): void {
      for (let piece = 0; piece < pieces; piece++) pair.liveABit();
      // A day of many takes several slices, and shows when it is over.
      if (pair.livedDays > lived) setLived(pair.livedDays);
      else timer = setTimeout(slice, PAUSE);
    }
  }, [pair, lived]);
  return lived;
}
