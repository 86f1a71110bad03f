import { useEffect } from 'react';
import { SPEEDS, type Transport } from './transport.ts';

/** A tick for every day's time while playing. One that comes late is made up for by the next, if it is not a whole one. */
export function usePlayClock(
  { playing, speed }: Transport,
  dispatch: (event: { readonly kind: 'tick' }) => void,
): void {
  useEffect(() => {
    if (!playing) return undefined;
    const every = 1000 / SPEEDS[speed];
    let due = performance.now() + every;
    let timer = setTimeout(tick, every);
    function tick() {
      dispatch({ kind: 'tick' });
      const now = performance.now();
      due = Math.max(due + every, now);
      timer = setTimeout(tick, due - now);
    }
    return () => clearTimeout(timer);
  }, [playing, speed, dispatch]);
}
