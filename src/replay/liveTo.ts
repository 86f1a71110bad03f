import { patiently, type Work } from './patiently.ts';

/** Lives on to the evening of a day, letting everything else run between the days. */
export function liveTo(
  lived: { readonly livedDays: number; liveUntil(day: number): void },
  day: number,
  signal: AbortSignal,
): Promise<void> {
  return patiently(daysUntil(lived, day), { signal });
}

function* daysUntil(
  lived: { readonly livedDays: number; liveUntil(day: number): void },
  day: number,
): Work<void> {
  while (lived.livedDays < day) {
    lived.liveUntil(lived.livedDays + 1);
    yield lived.livedDays / day;
  }
}
