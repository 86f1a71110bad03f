import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransitionCounts } from '../../../agents/planning/transitionCounts.ts';

/** What is counted, by "cell,next", in the order in which it is kept. */
function contentOf({ length, cells, nexts, counts }: TransitionCounts): [string, number][] {
  return Array.from({ length }, (_, k) => [`${cells[k]},${nexts[k]}`, counts[k]]);
}

/** Counts transitions in a plain map. */
function slowly(transitions: readonly (readonly [number, number])[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const [cell, next] of transitions) {
    const name = `${cell},${next}`;
    map.set(name, (map.get(name) ?? 0) + 1);
  }
  return map;
}

describe('TransitionCounts', () => {
  it('counts what a map counts, in the order in which it first happened', () => {
    const transitions = fc.array(fc.tuple(fc.nat(20), fc.nat(12)), { maxLength: 300 });
    fc.assert(
      fc.property(transitions, (seen) => {
        const counts = new TransitionCounts();
        for (const [cell, next] of seen) counts.add(cell, next);
        expect(contentOf(counts)).toEqual([...slowly(seen)]);
      }),
    );
  });

  it('does so when there are many, and after restoring', () => {
    const seen = Array.from({ length: 8_000 }, (_, k) => [(k * 7919) % 30_011, (k * 31) % 17] as const);
    const counts = new TransitionCounts();
    for (const [cell, next] of seen) counts.add(cell, next);
    const copy = new TransitionCounts();
    copy.add(1, 1);
    copy.restoring(counts.save(), 30_011, 17)();
    for (const each of [counts, copy]) {
      for (const [cell, next] of seen.slice(0, 900)) each.add(cell, next);
      expect(contentOf(each)).toEqual([...slowly([...seen, ...seen.slice(0, 900)])]);
    }
  });

  it('refuses a snapshot with indices out of bounds or arrays of different lengths, and stays as it was', () => {
    const counts = new TransitionCounts();
    counts.add(5, 3);
    const saved = counts.save();
    const wrong = [
      { ...saved, cells: Uint32Array.of(6) },
      { ...saved, nexts: Uint32Array.of(4) },
      { ...saved, counts: new Float64Array(2) },
      { ...saved, nexts: new Float64Array(1) },
    ];
    for (const snapshot of wrong) expect(() => counts.restoring(snapshot, 6, 4)).toThrow(RangeError);
    expect(contentOf(counts)).toEqual([['5,3', 1]]);
  });
});
