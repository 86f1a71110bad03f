import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from '../../../../environments/exact/solve/chain.ts';
import { chainUnder, deterministic } from '../../../../environments/exact/solve/chain.ts';
import { chainAverage, chainValue } from '../../../../environments/exact/solve/chainValue.ts';
import { difference, processOf, randomDense, valuesUnder } from './dense.ts';
import { valuesWithoutEnd } from './withoutEnd.ts';

/** A chain of the given rewards and rows. */
function chainOf(rewards: readonly number[], next: readonly (readonly number[])[]): Chain {
  const process = processOf({ rewards: rewards.map((r) => [r]), next: next.map((row) => [row]) });
  return chainUnder(process, deterministic(process, Array(rewards.length).fill(0)));
}

const INFINITY = Number.POSITIVE_INFINITY;

describe('values of a chain', () => {
  it.each([0.5, 0.9, 0.999, 0.999999])(
    'with a discount of %s are those of the linear equations',
    (discount) => {
      fc.assert(
        fc.property(fc.gen(), (g) => {
          const dense = randomDense(g, { states: 7, actions: 1, leaves: [0, 2], rewards: [-12, 12] });
          const zeros = Array<number>(7).fill(0);
          const process = processOf(dense);
          const values = chainValue(chainUnder(process, deterministic(process, zeros)), discount);
          const allowed = 1e-15 / (1 - discount) + 1e-12;
          expect(difference(values, valuesUnder(dense, zeros, discount))).toBeLessThan(allowed);
        }),
        { numRuns: 40, seed: 21 },
      );
    },
  );

  it('without a discount are finite, 0 for ever, or infinite, state by state', () => {
    let infinite = 0;
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom([-3, 0], [0, 3]), (g, [low, high]) => {
        const dense = randomDense(g, { states: 6, actions: 1, leaves: [-5, 1], rewards: [low, high] });
        const zeros = Array<number>(6).fill(0);
        const process = processOf(dense);
        const expected = valuesWithoutEnd(dense, zeros);
        if (expected.some((value) => !Number.isFinite(value))) infinite++;
        const values = chainValue(chainUnder(process, deterministic(process, zeros)), 1);
        expect(difference(values, expected)).toBeLessThan(1e-12);
      }),
      { numRuns: 200, seed: 22 },
    );
    expect(infinite).toBeGreaterThan(20);
  });

  it.each([
    ['an idle state', [0], [[1]], [0]],
    ['a daily gain', [0.25], [[1]], [INFINITY]],
    ['a daily loss', [-1e-6], [[1]], [-INFINITY]],
    [
      'a gain and a loss that cancel',
      [1, -1],
      [
        [0, 1],
        [1, 0],
      ],
      [Number.NaN, Number.NaN],
    ],
    [
      'a gain that is larger than the loss',
      [3, -1],
      [
        [0, 1],
        [1, 0],
      ],
      [INFINITY, INFINITY],
    ],
    [
      'a loss that is larger than the gain',
      [1, -3],
      [
        [0, 1],
        [1, 0],
      ],
      [-INFINITY, -INFINITY],
    ],
    [
      'a cycle that some leave',
      [1, -1],
      [
        [0, 1],
        [0.5, 0],
      ],
      [0, -1],
    ],
    [
      'a chance of a gain for ever',
      [-5, 1],
      [
        [0, 0.001],
        [0, 1],
      ],
      [INFINITY, INFINITY],
    ],
    [
      'chances of a gain and a loss for ever',
      [0, 1, -1],
      [
        [0, 0.5, 0.5],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [Number.NaN, INFINITY, -INFINITY],
    ],
    [
      'a way to an idle cycle',
      [7, 0, 0],
      [
        [0, 1, 0],
        [0, 0, 1],
        [0, 1, 0],
      ],
      [7, 0, 0],
    ],
    [
      'a way to leave',
      [7, 2],
      [
        [0.5, 0.5],
        [0, 0],
      ],
      [16, 2],
    ],
  ])('without a discount: %s', (_, rewards, next, expected) => {
    expect([...chainValue(chainOf(rewards, next), 1)]).toEqual(expected);
  });

  it('with a discount are finite wherever', () => {
    expect([
      ...chainValue(
        chainOf(
          [1, -1],
          [
            [0, 1],
            [1, 0],
          ],
        ),
        0.5,
      ),
    ]).toEqual([2 / 3, -2 / 3].map((value) => expect.closeTo(value, 15)));
  });
});

describe('averages of a chain', () => {
  it('are 0 for who leaves, and mixed for who may come to several places', () => {
    const { gains } = chainAverage(
      chainOf(
        [100, 4, -2, 8],
        [
          [0, 0.25, 0.25, 0.25],
          [0, 1, 0, 0],
          [0, 0, 1, 0],
          [0, 0, 0, 0.5],
        ],
      ),
    );
    expect([...gains]).toEqual([0.5, 4, -2, 0]);
  });
});
