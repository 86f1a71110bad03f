import { useEffect, useState } from 'react';
import type { Pair } from '../../replay/pair.ts';
import { liveSlice, PAUSE } from '../screen/liveSlice.ts';

/**
 * Lives both recordings to their end in small pieces while nothing else happens.
 *
 * @returns days lived so far
 */
export function useLivingBoth(pair: Pair): number {
  const [lived, setLived] = useState(pair.livedDays);
  useEffect(() => {
    if (pair.livedDays >= pair.days) return undefined;
    let timer = setTimeout(slice, PAUSE);
    return () => clearTimeout(timer);

    function slice(): void {
      liveSlice(pair);
      // A day of many takes several slices, and shows when it is over.
      if (pair.livedDays > lived) setLived(pair.livedDays);
      else timer = setTimeout(slice, PAUSE);
    }
  }, [pair, lived]);
  return lived;
}
