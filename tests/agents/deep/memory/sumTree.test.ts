import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SumTree } from '../../../../agents/deep/memory/sumTree.ts';

/** Whole weights, whose sums are exact, many of them 0, and at least one not. */
const wholeWeights = fc
  .array(fc.oneof(fc.constant(0), fc.nat(9)), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0));
const anyWeights = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  })
  .filter((weights) => weights.some((weight) => weight > 0));

function treeOf(weights: readonly number[]): SumTree {
  const tree = new SumTree(weights.length);
  for (const [item, weight] of weights.entries()) tree.set(item, weight);
  return tree;
}

const sum = (weights: readonly number[]) => weights.reduce((a, b) => a + b, 0);

/** The first item beyond whose end a point does not lie. */
function scan(weights: readonly number[], point: number): number {
  let end = 0;
  return weights.findIndex((weight) => point < (end += weight));
}

describe('SumTree', () => {
  it('finds the item that holds a point, as a scan does', () => {
    fc.assert(
      fc.property(wholeWeights, (weights) => {
        const tree = treeOf(weights);
        expect(tree.total).toBe(sum(weights));
        for (let point = 0; point < tree.total; point += 0.5)
          expect(tree.at(point)).toBe(scan(weights, point));
      }),
    );
  });

  it('finds the last item with a weight at the very end and beyond it', () => {
    fc.assert(
      fc.property(anyWeights, (weights) => {
        const tree = treeOf(weights);
        const last = weights.findLastIndex((weight) => weight > 0);
        for (const point of [tree.total, tree.total * (1 + 2e-16), 2 * tree.total])
          expect(tree.at(point)).toBe(last);
      }),
    );
  });

  it('never finds an item of weight 0, nor one that does not exist', () => {
    fc.assert(
      fc.property(anyWeights, fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
        const tree = treeOf(weights);
        expect(weights[tree.at(part * tree.total)]).toBeGreaterThan(0);
      }),
    );
  });

  it('holds after weights were changed what a new one would hold', () => {
    const changes = fc.array(fc.tuple(fc.nat(39), fc.double({ min: 0, max: 1e6, noNaN: true })));
    fc.assert(
      fc.property(anyWeights, changes, (weights, later) => {
        const changed = [...weights];
        const tree = treeOf(weights);
        for (const [item, weight] of later.filter(([k]) => k < weights.length)) {
          changed[item] = weight;
          tree.set(item, weight);
        }
        expect(tree.total).toBe(treeOf(changed).total);
        expect(changed.map((_, item) => tree.weight(item))).toEqual(changed);
      }),
    );
  });

  it('does not add up rounding errors: what was huge and is small again leaves no trace', () => {
    const tree = treeOf([1, 2, 3]);
    for (let k = 0; k < 1000; k++) tree.set(1, 1e16 + k);
    tree.set(1, 2);
    expect(tree.total).toBe(6);
  });
});
