import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridInput, userGrid } from '../../../../../src/ui/replay/grid/userGrid.ts';

const SIX: GridInput = {
  stages: Uint8Array.of(0, 1, 0, 2, 1, 0),
  absorbing: [false, false, true],
  shades: Uint8Array.of(0, 3, 4, 4, 1, 2),
  among: undefined,
  order: 'stage',
  chosen: 4,
  width: 10,
  height: 4,
  zoom: 0,
};
const cellsOf = (input: GridInput) => userGrid(input).lines.map(({ stage, cells }) => [stage, ...cells]);

describe('userGrid()', () => {
  it('puts users by stage, darkest first, without those who left', () => {
    expect(cellsOf(SIX)).toEqual([
      [0, 4, 2, 0],
      [1, 3, 1],
    ]);
  });

  it('finds the chosen user', () => {
    expect(userGrid(SIX).lines.map(({ chosen }) => chosen)).toEqual([undefined, 1]);
    expect(userGrid({ ...SIX, chosen: 3 }).lines.map(({ chosen }) => chosen)).toEqual([undefined, undefined]);
  });

  it('gives everyone a place by number, the left among them', () => {
    expect(cellsOf({ ...SIX, order: 'number' })).toEqual([[undefined, 0, 1, 0, 2, 1, 0]]);
  });

  it('draws whom the filter lets through', () => {
    expect(cellsOf({ ...SIX, among: Uint8Array.of(1, 0, 1, 1, 1, 0) })).toEqual([
      [0, 4, 0],
      [1, 1],
    ]);
  });

  it('leaves out places that nobody has taken', () => {
    expect(cellsOf({ ...SIX, stages: Uint8Array.of(0, 255, 0, 255, 1, 0), order: 'number' })).toEqual([
      [undefined, 0, 0, 1, 0],
    ]);
  });

  it('takes more users to a cell where there is no room, and shows the darkest of them', () => {
    expect(userGrid({ ...SIX, width: 1, height: 2 })).toMatchObject({ perCell: 5, above: 0, below: 0 });
    expect(cellsOf({ ...SIX, width: 2, height: 2 })).toEqual([
      [0, 4, 0],
      [1, 3],
    ]);
  });

  it('shows lines around the chosen user when zoomed in', () => {
    const grid = userGrid({ ...SIX, width: 1, height: 2, zoom: 2 });
    expect(grid).toMatchObject({ perCell: 1, above: 3, below: 0 });
    expect(grid.lines.map(({ cells, chosen }) => [...cells, chosen])).toEqual([
      [3, undefined],
      [1, 0],
    ]);
  });

  it('shows each drawn user in one cell, and never more lines than there is room for', () => {
    const inputs = fc.record({
      people: fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 255), fc.integer({ min: 0, max: 4 })), {
        minLength: 1,
        maxLength: 300,
      }),
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 12 }),
      zoom: fc.integer({ min: 0, max: 5 }),
      order: fc.constantFrom('stage' as const, 'number' as const),
    });
    fc.assert(
      fc.property(inputs, ({ people, ...rest }) => {
        const stages = Uint8Array.from(people, ([stage]) => stage);
        const shades = Uint8Array.from(people, ([, shade]) => shade);
        const input = { ...SIX, ...rest, stages, shades, chosen: 0 };
        const { perCell, lines, above, below } = userGrid(input);
        expect(lines.length).toBeLessThanOrEqual(rest.height);
        for (const line of lines) expect(line.cells.length).toBeLessThanOrEqual(rest.width);
        const drawn = [...stages].filter((s) => s !== 255 && (rest.order === 'number' || s !== 2)).length;
        const cells = lines.reduce((sum, line) => sum + line.cells.length, 0);
        if (above + below === 0) {
          expect(cells * perCell).toBeGreaterThanOrEqual(drawn);
          expect(cells).toBeLessThanOrEqual(Math.ceil(drawn / perCell) + 2);
        }
        const isDrawn = stages[0] !== 255 && (rest.order === 'number' || stages[0] !== 2);
        expect(lines.filter((line) => line.chosen !== undefined)).toHaveLength(isDrawn ? 1 : 0);
      }),
    );
  });
});
