import { describe, expect, it } from 'vitest';
import { NoSolutionError } from '../../../../environments/exact/solve/block.ts';
import { policyIteration } from '../../../../environments/exact/solve/policyIteration.ts';
import { valueIteration } from '../../../../environments/exact/solve/valueIteration.ts';
import { type Dense, processOf } from './dense.ts';

const solved = (dense: Dense) => policyIteration(processOf(dense), 1);

describe('the total of lives', () => {
  // Value iteration alone would take very many sweeps.
  it.each([0.01, 0.0005, 0.00001])('that end with probability %s a day', (leaves) => {
    const dense: Dense = {
      rewards: [[1, 2]],
      next: [[[1 - leaves], [1 - 2.5 * leaves]]],
    };
    const { values, actions } = solved(dense);
    expect(values[0] * leaves).toBeCloseTo(1, 9);
    expect(actions).toEqual([[0]]);
  });

  // As above; the values are known, i (n − i).
  it.each([20, 500])('that walk by chance between two ends, %i apart', (n) => {
    const places = Array.from({ length: n - 1 }, (_, i) => i + 1);
    const dense: Dense = {
      rewards: places.map(() => [1]),
      next: places.map((i) => [places.map((j) => (Math.abs(i - j) === 1 ? 0.5 : 0))]),
    };
    const { values } = solved(dense);
    for (const i of places) expect(values[i - 1] / (i * (n - i))).toBeCloseTo(1, 9);
  });

  it('that may stand still for nothing instead of going on at a price', () => {
    const dense: Dense = { rewards: [[0, -1]], next: [[[1], [0]]] };
    expect(solved(dense)).toMatchObject({ values: new Float64Array([0]), actions: [[0]] });
  });

  it('that may stand still for nothing before they earn: both actions are best, the policy goes on', () => {
    const { values, policy } = solved({ rewards: [[0, 1]], next: [[[1], [0]]] });
    expect([...values, ...policy]).toEqual([1, 1]);
  });

  it('in which a gain is followed by a larger loss: nobody takes it', () => {
    const dense: Dense = {
      rewards: [
        [-1.5, undefined],
        [0.5, 0],
      ],
      next: [
        [[0.5, 0.125], []],
        [
          [0.75, 0.25],
          [0, 1],
        ],
      ],
    };
    const { values, actions } = solved(dense);
    expect([...values]).toEqual([-3, 0]);
    expect(actions[1]).toEqual([1]);
    // Started at 0, it would take the gain and then stand still with it.
    expect([...valueIteration(processOf(dense), 1).values]).toEqual([
      expect.closeTo(-3, 9),
      expect.closeTo(0, 9),
    ]);
  });

  it.each([
    [
      'up first',
      [
        [1, 0],
        [-1, undefined],
      ],
      [
        [
          [0, 1],
          [0, 0],
        ],
        [[1, 0], []],
      ],
      [0, -1],
    ],
    [
      'down first',
      [
        [-1, undefined],
        [1, 0],
      ],
      [
        [[0, 1], []],
        [
          [1, 0],
          [0, 0],
        ],
      ],
      [-1, 0],
    ],
  ])(
    'that may go up and down for 1 and −1: %s, the order of the states does not matter',
    (...[, rewards, next, values]) => {
      expect([...solved({ rewards, next }).values]).toEqual(values);
    },
  );

  it('whose rewards add up without end are refused, with what to do about it', () => {
    const forEver = (reward: number) => () => solved({ rewards: [[reward]], next: [[[1]]] });
    for (const reward of [1, -1]) {
      expect(forEver(reward)).toThrow(NoSolutionError);
      expect(forEver(reward)).toThrow(/add up without end; use a discount below 1/);
    }
  });
});

describe('small rewards', () => {
  it.each([1, 1e-6, 1e-10, 1e-20])('of %s a day are told apart', (unit) => {
    const dense: Dense = { rewards: [[0, unit]], next: [[[1], [1]]] };
    const { values, actions } = policyIteration(processOf(dense), 0.999);
    expect(values[0] / unit).toBeCloseTo(1000, 6);
    expect(actions).toEqual([[1]]);
  });

  it('that differ by rounding only are ties', () => {
    const dense: Dense = { rewards: [[0.1 + 0.2, 0.3, 0.3 - 1e-6]], next: [[[1], [1], [1]]] };
    expect(policyIteration(processOf(dense), 0.9).actions).toEqual([[0, 1]]);
  });
});
