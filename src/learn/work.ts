import type { Work } from './lesson.ts';

/** Does a piece of work to its end, without a pause. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** A piece of work that is done in one go. */
export function* atOnce<Result>(make: () => Result): Work<Result> {
  yield 0;
  return make();
}

/** Goes through a list piece by piece; what `each` gives is collected. */
export function* eachOf<T, Result>(
  items: readonly T[],
  each: (item: T, index: number) => Result,
): Work<Result[]> {
  const results: Result[] = [];
  for (const [k, item] of items.entries()) {
    results.push(each(item, k));
    yield (k + 1) / items.length;
  }
  return results;
}

/** A part of a longer work: its share of the whole begins at `from` and ends at `to`. */
export function* within<Result>(work: Work<Result>, from: number, to: number): Work<Result> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield from + (to - from) * next.value;
  }
}
