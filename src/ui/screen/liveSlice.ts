import type { Livable } from '../../replay/liveTo.ts';

/** Milliseconds of living between two looks at the keyboard. */
const SLICE = 5;
/** Milliseconds between slices, so that keys and drawing come first. */
export const PAUSE = 1;

/**
 * Lives on, at least a piece, until the time of a slice is over.
 *
 * @param onPiece called after each piece
 */
export function liveSlice(lived: Livable & { readonly days: number }, onPiece: () => void = () => {}): void {
  const end = performance.now() + SLICE;
  while (lived.livedDays < lived.days) {
    lived.liveABit();
    onPiece();
    if (performance.now() > end) return;
  }
}
