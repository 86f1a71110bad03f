/** Gives −∞ to what may not be done: users × actions. */
export function excludeUnavailable(scores: Float64Array, available: Uint8Array | undefined): void {
  if (!available) return;
  for (let cell = 0; cell < scores.length; cell++) if (available[cell] === 0) scores[cell] = -Infinity;
}
