import { setImmediate } from 'node:timers/promises';

/** Work that is done piece by piece; it yields the part done, from 0 to 1, between the pieces. */
export type Work<Result> = Generator<number, Result>;

/** Work of which nobody tells how far it is. */
export type Pieces<Result> = Generator<undefined, Result>;

export interface Patience {
  /** stops before the next piece */
  readonly signal?: AbortSignal | undefined;
  /** told the part done, from 0 to 1 */
  readonly onProgress?: ((part: number) => void) | undefined;
}

/**
 * Does work to its end, letting everything else run between the pieces.
 *
 * @throws the signal's reason if it was aborted
 */
export async function patiently<Result>(
  work: Work<Result>,
  { signal, onProgress }: Patience = {},
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const next = work.next();
    if (next.done) return next.value;
    onProgress?.(next.value);
    await setImmediate();
  }
}

/** Pieces as a part of some work. @param part done of the work while they are */
export function* asPart<Result>(pieces: Generator<unknown, Result>, part: number): Work<Result> {
  for (;;) {
    const next = pieces.next();
    if (next.done) return next.value;
    yield part;
  }
}

/** Does work to its end in one go. */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
