import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActionValues } from '../../../agents/tabular/actionValues.ts';

const CONSTANT = { initial: 0.5, visits: 0, power: 0 };

describe('ActionValues', () => {
  it('apply() moves a cell of n equal transitions by 1 − (1 − α)ⁿ of their error', () => {
    for (const [n, alpha] of [
      [1, 0.1],
      [2, 0.5],
      [7, 0.3],
      [1_000, 0.001],
      [5, 1],
    ]) {
      const table = new ActionValues(2, 3);
      for (let k = 0; k < n; k++) table.collect(4, 8);
      table.apply({ ...CONSTANT, initial: alpha });
      expect(table.values[4]).toBeCloseTo(8 * (1 - (1 - alpha) ** n), 12);
      expect([...table.visits]).toEqual([0, 0, 0, 0, n, 0]);
    }
  });

  it('apply() moves a cell towards the mean of unequal targets, and no other cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 50 }),
        (errors) => {
          const table = new ActionValues(1, 2);
          for (const error of errors) table.collect(1, error);
          table.apply(CONSTANT);
          const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
          expect(table.values[1]).toBeCloseTo(mean * (1 - 0.5 ** errors.length), 10);
          expect(table.values[0]).toBe(0);
        },
      ),
    );
  });

  it('apply() forgets what was collected: the same day is learned from once', () => {
    const table = new ActionValues(1, 1);
    table.collect(0, 1);
    table.apply(CONSTANT);
    expect(table.apply(CONSTANT)).toEqual({ tdError: 0 });
    expect(table.values[0]).toBe(0.5);
  });

  it('apply() reports the root mean square of the errors, by cell', () => {
    const table = new ActionValues(1, 2);
    for (const error of [3, 3]) table.collect(0, error);
    table.collect(1, -6);
    expect(table.apply(CONSTANT)['tdError']).toBeCloseTo(Math.sqrt((9 + 9 + 36) / 3), 12);
  });

  it('apply() takes smaller steps the more often a cell was visited: after `visits` of them, 2^−power of the first', () => {
    for (const power of [0.65, 1]) {
      const table = new ActionValues(1, 1);
      table.visits[0] = 100;
      table.collect(0, 1);
      table.apply({ initial: 0.4, visits: 100, power });
      expect(table.values[0]).toBeCloseTo(0.4 * 2 ** -power, 10);
    }
  });

  it('apply() with a falling step never moves less than the plain average of all targets would', () => {
    const table = new ActionValues(1, 1);
    for (const target of [5, 1, 3, 7]) {
      table.collect(0, target - table.values[0]);
      table.apply({ initial: 0.01, visits: 1, power: 1 });
    }
    expect(table.values[0]).toBeCloseTo(4, 12);
  });

  it('bestAction is the first of the best actions of a state, and follows the values', () => {
    const table = new ActionValues(2, 3);
    expect([...table.bestAction]).toEqual([0, 0]);
    for (const cell of [4, 5]) table.collect(cell, 10);
    table.apply(CONSTANT);
    expect([...table.bestAction]).toEqual([0, 1]);
    expect([...table.best]).toEqual([0, 5]);
    table.collect(4, -30);
    table.apply(CONSTANT);
    expect([...table.bestAction]).toEqual([0, 2]);
  });

  it('averages weigh the n-th visit by (n − 1)(n − 2) … (n − 7): the last ones count', () => {
    const table = new ActionValues(1, 1);
    const path = Array.from({ length: 40 }, (_, k) => {
      table.collect(0, ((k * 37) % 11) - table.values[0]);
      table.apply({ initial: 0.5, visits: 10, power: 0.5 });
      return table.values[0];
    });
    const weights = path.map((_, k) => [0, 1, 2, 3, 4, 5, 6].reduce((product, j) => product * (k - j), 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const expected = path.reduce((sum, value, k) => sum + value * weights[k], 0) / total;
    expect(table.averages[0]).toBeCloseTo(expected, 10);
  });

  it('averages are the values themselves with a constant step size', () => {
    const table = new ActionValues(1, 1);
    for (const error of [4, -3, 2]) {
      table.collect(0, error);
      table.apply(CONSTANT);
      expect(table.averages[0]).toBe(table.values[0]);
    }
  });

  it('restore() brings back values, averages, visits and best actions', () => {
    const table = new ActionValues(2, 2);
    table.collect(1, 5);
    table.collect(2, -5);
    table.apply(CONSTANT);
    const copy = new ActionValues(2, 2);
    copy.restore(table.save());
    expect(copy.save()).toEqual(table.save());
    expect([...copy.bestAction]).toEqual([1, 1]);
    expect([...copy.learnedAction]).toEqual([1, 1]);
    expect([copy.of(0), copy.of(1)]).toEqual([table.of(0), table.of(1)]);
    expect(copy.meanOf(0)).toBe(1.25);
  });

  it('a table of more than 20 million cells is refused before any of it is made', () => {
    expect(() => new ActionValues(1e9, 4)).toThrow(
      '1000000000 states × 4 actions are too many for a table (at most 20000000); use fewer bins',
    );
  });

  it('ties counts the actions as good as the best, and follows the values', () => {
    const table = new ActionValues(2, 3);
    expect([...table.ties]).toEqual([3, 3]);
    for (const [cell, error] of [-2, 4, 4].entries()) table.collect(cell, error);
    table.apply(CONSTANT);
    expect([...table.ties]).toEqual([2, 3]);
    table.collect(1, 1);
    table.apply(CONSTANT);
    expect([...table.ties]).toEqual([1, 3]);
  });

  it('starts from an initial value, the averages too', () => {
    const table = new ActionValues(1, 2, 5);
    expect([table.of(0), [...table.best], [...table.ties], [...table.averages]]).toEqual([
      [5, 5],
      [5],
      [2],
      [5, 5],
    ]);
    table.collect(0, -3);
    table.apply({ initial: 0.5, visits: 10, power: 0.5 });
    expect([...table.averages]).toEqual([2, 5]);
    expect([...table.learnedAction]).toEqual([1]);
  });

  it('a late error moves a cell as far as one on the day of its visit, and is no visit', () => {
    for (const stepSize of [CONSTANT, { initial: 0.2, visits: 3, power: 0.7 }]) {
      const [late, early] = [new ActionValues(1, 1), new ActionValues(1, 1)];
      for (let day = 0; day < 5; day++) {
        for (let user = 0; user < 4; user++) {
          late.collect(0, 1);
          early.collect(0, 3);
        }
        for (const table of [late, early]) table.move(stepSize);
        for (let user = 0; user < 4; user++) late.collectLate(0, 2);
        late.move(stepSize);
      }
      expect(late.values[0]).toBeCloseTo(early.values[0], 12);
      expect(late.averages[0]).toBeCloseTo(early.averages[0], 1);
      expect(late.visits[0]).toBe(20);
    }
  });

  it('a late error moves the average by the weight of the visits that it belongs to', () => {
    const table = new ActionValues(1, 1);
    const stepSize = { initial: 0.5, visits: 10, power: 0.5 };
    for (let visit = 0; visit < 80; visit++) {
      table.collect(0, 1);
      table.move(stepSize);
    }
    const [value, average] = [table.values[0], table.averages[0]];
    table.collectLate(0, -4);
    table.move(stepSize);
    expect(table.averages[0] - average).toBeCloseTo((8 / 80) * (table.values[0] - value), 12);
  });

  it('apply() tells the errors of all moves since it was called, without the late ones', () => {
    const table = new ActionValues(1, 2);
    table.collect(0, 3);
    table.move(CONSTANT);
    table.collectLate(0, 100);
    table.collect(1, 5);
    expect(table.apply(CONSTANT)).toEqual({ tdError: Math.sqrt((9 + 25) / 2) });
    expect(table.apply(CONSTANT)).toEqual({ tdError: 0 });
  });
});
