import { describe, expect, it } from 'vitest';
import { fieldCells, sweepField, sweepsUntilSettled } from '../../../../src/learn/lessons/sweeps/arrows.ts';
import { moral } from '../../../../src/learn/lessons/sweeps/told.ts';
import { findAll } from '../../../../src/learn/lessons/sweeps/turn.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const field = (sweeps?: number) => sweepField(bench.world('gridworld'), sweeps);

describe('sweepField()', () => {
  it('ends with the values of figure 3.5', () => {
    const published = [21.977485, 24.419428, 21.977485, 19.419428, 17.477485];
    for (const [k, value] of published.entries()) expect(field().values[k]).toBeCloseTo(value, 5);
    expect(field().arrows.slice(0, 3)).toEqual(['→', '↑↓→←', '←']);
  });

  it('knows nothing before the first sweep, and after it what the next step earns', () => {
    expect(field(0).values.every((value) => value === 0)).toBe(true);
    expect(field(1).values[1]).toBe(10);
    expect(field(1).values[3]).toBe(5);
  });

  it('is drawn in rows and columns that stay in line', () => {
    const widths = new Set(
      fieldCells(field())
        .flat()
        .map((cell) => [...cell].length),
    );
    expect(widths.size).toBe(1);
  });

  it('settles when every arrow is a best one', () => {
    const program = bench.world('gridworld');
    const settled = sweepsUntilSettled(program);
    const among = (sweeps: number) =>
      field(sweeps).arrows.every((steps, cell) =>
        [...steps].every((step) => field().arrows[cell].includes(step)),
      );
    expect([among(settled - 1), among(settled), among(settled + 1)]).toEqual([false, true, true]);
  });
});

describe('lesson sweeps', () => {
  const found = finish(findAll(bench));

  it('finds the turn where both jumps come to the same, worked out by hand', () => {
    // A, over and over: 10 every 5 steps. B, over and over: its jump every 3 steps.
    const a = 10 / (1 - 0.9 ** 5);
    expect(found.flip).toBeCloseTo(a * (1 - 0.9 ** 3), 6);
    expect(found.end.values[1]).toBeCloseTo(a, 9);
    expect(moral(found)[0]).toContain('turns to B at 6.62, although A still pays 10');
  });

  it('does not say so where the numbers do not', () => {
    expect(moral({ ...found, flip: 10.5 })[0]).toContain('B has to pay as much as A here');
    expect(moral({ ...found, early: found.end })[1]).toContain('known together');
  });
});
