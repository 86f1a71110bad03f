import { describe, expect, it } from 'vitest';
import { solveLinear } from '../../../support/solveLinear.ts';
import { classic, knownAnswer, solved, stateWith, worth } from '../solved.ts';

const SIDES = [1, 2, 3, 4, 5];
const CELLS = SIDES.flatMap((row) => SIDES.map((column) => ({ row, column })));

describe('Sutton and Barto (2018), example 3.5', () => {
  const program = classic('gridworld');
  const result = solved(program);

  it('random policy: the first row as published, all cells as by linear equations', () => {
    const { values } = worth(program, result, 'random');
    const published = [3.308996, 8.789292, 4.427619, 5.322368, 1.492179];
    for (const [k, value] of published.entries()) expect(values[k]).toBeCloseTo(value, 6);
    for (const [k, value] of byHand().entries()) expect(values[k]).toBeCloseTo(value, 11);
  });

  it('optimal: figure 3.5, with every optimal action', () => {
    const published = [21.977485, 24.419428, 21.977485, 19.419428, 17.477485];
    for (const [k, value] of published.entries())
      expect(stateWith(result, { row: 1, column: k + 1 }).value).toBeCloseTo(value, 6);
    const arrows = SIDES.map((row) =>
      SIDES.map((column) =>
        stateWith(result, { row, column })
          .actions.map(([letter]) => letter)
          .join(''),
      ),
    );
    expect(arrows).toEqual([
      ['e', 'nsew', 'w', 'nsew', 'w'],
      ['ne', 'n', 'nw', 'w', 'w'],
      ['ne', 'n', 'nw', 'nw', 'nw'],
      ['ne', 'n', 'nw', 'nw', 'nw'],
      ['ne', 'n', 'nw', 'nw', 'nw'],
    ]);
  });

  it('is entered anywhere with the same probability', () => {
    expect([...result.process.entry]).toHaveLength(25);
    for (const p of result.process.entry) expect(p).toBeCloseTo(1 / 25, 14);
    const mean = CELLS.reduce((sum, cell) => sum + stateWith(result, cell).value, 0) / 25;
    expect(result.solution.optimum).toBeCloseTo(mean, 12);
  });
});

/** The values of the random policy, written down without the scenario. */
function byHand(): number[] {
  const index = (row: number, column: number) => 5 * (row - 1) + column - 1;
  const matrix = CELLS.map((_, i) => CELLS.map((_, j) => (i === j ? 1 : 0)));
  const right = CELLS.map(() => 0);
  for (const [i, { row, column }] of CELLS.entries()) {
    for (const [down, aside] of [
      [-1, 0],
      [1, 0],
      [0, 1],
      [0, -1],
    ]) {
      const inside = [row + down, column + aside].every((place) => place >= 1 && place <= 5);
      let [reward, to] = inside ? [0, index(row + down, column + aside)] : [-1, i];
      if (row === 1 && column === 2) [reward, to] = [10, index(5, 2)];
      if (row === 1 && column === 4) [reward, to] = [5, index(3, 4)];
      right[i] += reward / 4;
      matrix[i][to] -= 0.9 / 4;
    }
  }
  return solveLinear(matrix, right);
}

describe('Sutton and Barto (2018), example 4.1', () => {
  it('random policy: values of the states 1 to 14', () => {
    const program = knownAnswer('small-gridworld');
    const { values } = worth(program, solved(program), 'random');
    const published = [-14, -20, -22, -14, -18, -20, -20, -20, -20, -18, -14, -22, -20, -14];
    expect(values).toHaveLength(15);
    for (const [k, value] of published.entries()) expect(values[k]).toBeCloseTo(value, 9);
    expect(values[14]).toBe(0);
  });

  it('optimal: minus the distance to the nearest corner', () => {
    const result = solved(knownAnswer('small-gridworld'));
    for (let cell = 1; cell <= 14; cell++) {
      const steps = Math.floor(cell / 4) + (cell % 4);
      expect(stateWith(result, { cell }).value).toBeCloseTo(-Math.min(steps, 6 - steps), 12);
    }
  });
});
