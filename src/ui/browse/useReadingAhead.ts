import { useEffect, useState } from 'react';
import type { Listed } from './listed.ts';

/** Milliseconds of reading between two looks at the keyboard; one item is read whole, however long it takes. */
const SLICE = 15;
/** Milliseconds between slices, so that keys and drawing come first. */
const PAUSE = 20;

/**
 * Reads what is in lists in small pieces while nothing else happens, and draws anew after each.
 *
 * @param unread in the order in which it is wanted
 */
export function useReadingAhead(unread: readonly Listed<unknown>[]): void {
  const [, drawAnew] = useState(0);
  useEffect(() => {
    if (unread.length === 0) return undefined;
    const timer = setTimeout(() => {
      const until = performance.now() + SLICE;
      for (const item of unread) {
        item.read();
        if (performance.now() >= until) break;
      }
      drawAnew((times) => times + 1);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [unread]);
}
