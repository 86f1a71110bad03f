import { useEffect } from 'react';
import { SPEEDS, type Transport } from './transport.ts';

/** A tick for every day's time while playing. */
export function usePlayClock(
  { playing, speed }: Transport,
  dispatch: (event: { readonly kind: 'tick' }) => void,
): void {
  useEffect(() => {
    if (!playing) return undefined;
    const clock = setInterval(() => dispatch({ kind: 'tick' }), 1000 / SPEEDS[speed]);
    return () => clearInterval(clock);
  }, [playing, speed, dispatch]);
}
