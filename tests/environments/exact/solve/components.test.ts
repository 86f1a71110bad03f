import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, isClosed } from '../../../../environments/exact/solve/components.ts';

interface Edges {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

function edgesOf(targets: readonly (readonly number[])[]): Edges {
  const offsets = [0];
  for (const row of targets) offsets.push(offsets[offsets.length - 1] + row.length);
  return { offsets: Int32Array.from(offsets), targets: Int32Array.from(targets.flat()) };
}

/** From each state, all that can be reached. */
function reachOf(targets: readonly (readonly number[])[]): Set<number>[] {
  return targets.map((_, s) => {
    const seen = new Set([s]);
    for (const at of seen) for (const to of targets[at]) seen.add(to);
    return seen;
  });
}

describe('strongly connected components', () => {
  it('hold the states that reach each other, and come after all that they reach', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 14 })
          .chain((n) => fc.array(fc.array(fc.nat(n - 1), { maxLength: 3 }), { minLength: n, maxLength: n })),
        (targets) => {
          const reach = reachOf(targets);
          const found = components(edgesOf(targets)).map((members) => [...members]);
          expect(found.flat().sort((a, b) => a - b)).toEqual(targets.map((_, s) => s));
          const done = new Set<number>();
          for (const members of found) {
            const together = [...reach[members[0]]].filter((s) => reach[s].has(members[0]));
            expect(members).toEqual(together.sort((a, b) => a - b));
            for (const s of members) done.add(s);
            for (const s of reach[members[0]]) expect(done).toContain(s);
          }
        },
      ),
      { numRuns: 300, seed: 31 },
    );
  });

  it('are found in long chains and long cycles', () => {
    const n = 100_000;
    const line = Array.from({ length: n }, (_, s) => (s + 1 < n ? [s + 1] : []));
    expect(components(edgesOf(line))).toHaveLength(n);
    const ring = line.map(([to]) => [to ?? 0]);
    expect(components(edgesOf(ring)).map(({ length }) => length)).toEqual([n]);
  });

  it('of 10 and more members are in numerical order', () => {
    const ring = Array.from({ length: 12 }, (_, s) => [(s + 5) % 12]);
    expect([...components(edgesOf(ring))[0]]).toEqual(Array.from({ length: 12 }, (_, s) => s));
  });
});

describe('a component', () => {
  it('is closed if nobody gets out of it, nor leaves for good', () => {
    const chain = (targets: readonly (readonly number[])[], probabilities: readonly number[]) => ({
      rewards: new Float64Array(targets.length),
      ...edgesOf(targets),
      probabilities: Float64Array.from(probabilities),
    });
    const both = Int32Array.of(0, 1);
    expect(isClosed(chain([[0, 1], [0], []], [0.9, 0.1, 1]), both)).toBe(true);
    expect(isClosed(chain([[0, 1], [0], []], [0.9, 0.1, 0.999999]), both)).toBe(false);
    expect(isClosed(chain([[0, 1], [0, 2], []], [0.9, 0.1, 0.999, 0.001]), both)).toBe(false);
  });
});
