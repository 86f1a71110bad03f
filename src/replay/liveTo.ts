import { patiently, type Work } from './patiently.ts';

/** What lives its days piece by piece. */
export interface Livable {
  /** days lived so far */
  readonly livedDays: number;
  /** One piece of living on: a day, or a part of what it takes. */
  liveABit(): void;
}

/** Lives on to the evening of a day, letting everything else run between the pieces. */
export function liveTo(lived: Livable, day: number, signal: AbortSignal): Promise<void> {
  return patiently(daysUntil(lived, day), { signal });
}

/** Lives on to the evening of a day, piece by piece. */
export function* daysUntil(lived: Livable, day: number): Work<void> {
  while (lived.livedDays < day) {
    lived.liveABit();
    yield lived.livedDays / day;
  }
}
