import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Branching, TooManyBranches } from '../../../environments/exact/branching.ts';

/** The path of outcomes of each way that is gone, with its probability. */
function waysOf(branching: Branching, program: (choose: Branching['choose']) => void): [string, number][] {
  const ways: [string, number][] = [];
  do {
    branching.begin();
    const path: number[] = [];
    program((probabilities) => {
      path.push(branching.choose(probabilities));
      return path[path.length - 1];
    });
    ways.push([path.join(' '), branching.probability]);
  } while (branching.next());
  return ways;
}

/** A tree of draws: a leaf, or probabilities with what follows each outcome. */
type Tree = readonly { readonly p: number; readonly then: Tree }[];

function leaves(tree: Tree, path: readonly number[] = [], probability = 1): [string, number][] {
  if (tree.length === 0) return [[path.join(' '), probability]];
  return tree.flatMap(({ p, then }, k) => (p > 0 ? leaves(then, [...path, k], probability * p) : []));
}

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant([]),
    fc.array(fc.tuple(fc.nat(3), tie('tree')), { minLength: 1, maxLength: 4 }).map((parts) => {
      const all = parts.reduce((sum, [weight]) => sum + weight, 0);
      return all === 0 ? [] : parts.map(([weight, then]) => ({ p: weight / all, then }));
    }),
  ),
})).tree;

describe('branching', () => {
  it('goes every possible way once, each with its probability, which add up to 1', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 2 }), (trees) => {
        // One branching serves many programs, one after the other.
        const branching = new Branching();
        for (const root of trees) {
          const ways = waysOf(branching, (choose) => {
            for (let at = root; at.length > 0; ) at = at[choose(at.map(({ p }) => p))].then;
          });
          expect(ways).toEqual(leaves(root));
          expect(ways.reduce((sum, [, p]) => sum + p, 0)).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 200, seed: 61 },
    );
  });

  it('goes one way where nothing is drawn', () => {
    expect(waysOf(new Branching(), () => {})).toEqual([['', 1]]);
  });

  it('never takes an outcome of probability 0, first, last or alone', () => {
    const ways = waysOf(new Branching(), (choose) => {
      choose([0, 0.5, 0, 0.5, 0]);
      choose([0, 1]);
    });
    expect(ways).toEqual([
      ['1 1', 0.5],
      ['3 1', 0.5],
    ]);
  });

  /** How many ways there are of draws with so many outcomes each. */
  function count(...outcomes: readonly number[]): number {
    const draws = outcomes.map((n) => Array<number>(n).fill(1 / n));
    const branching = new Branching();
    let ways = 0;
    do {
      branching.begin();
      for (const draw of draws) branching.choose(draw);
      ways++;
    } while (branching.next());
    return ways;
  }

  it('goes up to 100000 ways', () => {
    expect(count(100, 1000)).toBe(100_000);
    expect(() => count(...Array<number>(17).fill(2))).toThrow(TooManyBranches);
  });

  it('goes no more', () => {
    // 100,001 ways.
    expect(() => count(11, 9_091)).toThrow(TooManyBranches);
  });
});
