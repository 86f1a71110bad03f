import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, cellsOf, fitColumns, headerRow } from '../../../../src/ui/browse/columns.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';

const columnsOf = (titles: readonly string[]): Column<readonly string[]>[] =>
  titles.map((title, k) => ({ title, align: k === 0 ? 'left' : 'right', cell: (cells) => cells[k] }));
const room = (width: number) => ({ width, glyphs: glyphsOf('unicode') });

describe('fitColumns()', () => {
  const columns = columnsOf(['run', 'seed', 'rate']);
  const items = [
    ['q-learning', '1', '0.5'],
    ['dqn', '20000', '0.25'],
  ];

  it('aligns cells under their titles', () => {
    const table = fitColumns(columns, items, 80);
    expect([textOf(headerRow(table, room(80))), ...items.map((item) => cellsOf(table, item))]).toEqual([
      'run          seed  rate',
      'q-learning      1   0.5',
      'dqn         20000  0.25',
    ]);
  });

  it('leaves out what does not fit, and says how many', () => {
    expect(textOf(headerRow(fitColumns(columns, items, 23), room(23)))).toBe('run          seed  rate');
    expect(textOf(headerRow(fitColumns(columns, items, 22), room(22)))).toBe('run         +2 columns');
    expect(
      textOf(
        headerRow(
          fitColumns(columnsOf(['run', 'a', 'b', 'of all the widest']), [['x', 'y', 'z', '']], 20),
          room(20),
        ),
      ),
    ).toBe('run  a  b  +1 column');
  });

  it('lets columns give way first in which all are equal', () => {
    const titles = ['world', 'agent', 'return', 'state', 'seed'];
    const runs = [
      ['shop', 'q-learning', '12.3', 'finished', '1'],
      ['shop', 'q-learning', '11.8', 'finished', '2'],
    ];
    const header = (width: number) =>
      textOf(headerRow(fitColumns(columnsOf(titles), runs, width), room(width)));
    expect(header(41)).toBe('world       agent  return     state  seed');
    expect(header(40)).toBe('world  return  seed           +2 columns');
    expect(header(24)).toBe('return  seed  +3 columns');
  });

  it('says what all have in columns that gave way, where there is room', () => {
    const titles = ['observation of users', 'return', 'seed'];
    const table = fitColumns(
      columnsOf(titles),
      [
        ['full', '12.3', '1'],
        ['full', '11.8', '2'],
      ],
      33,
    );
    expect(textOf(headerRow(table, room(33)))).toBe('return  seed             all full');
  });

  it('shows what tells items apart before what does not, whatever the order', () => {
    const table = fitColumns(
      columnsOf(['same', 'apart']),
      [
        ['long enough', 'a'],
        ['long enough', 'b'],
      ],
      16,
    );
    expect(table.columns.map(({ title }) => title)).toEqual(['apart']);
    expect(table).toMatchObject({ left: 1, common: ['long enough'] });
  });

  it('fits the width, shows or counts every column, and leaves none out that all would fit', () => {
    const text = fc.string({ maxLength: 12, unit: 'grapheme-ascii' });
    const sized = fc.integer({ min: 1, max: 8 }).chain((count) => {
      const cells = fc.array(text, { minLength: count, maxLength: count });
      return fc.tuple(cells, fc.array(cells, { maxLength: 5 }), fc.integer({ min: 30, max: 90 }));
    });
    fc.assert(
      fc.property(sized, ([titles, rows, width]) => {
        const table = fitColumns(columnsOf(titles), rows, width);
        expect(table.columns.length + table.left).toBe(titles.length);
        expect(rowWidth(headerRow(table, room(width)))).toBeLessThanOrEqual(width);
        for (const cells of rows) expect([...cellsOf(table, cells)].length).toBeLessThanOrEqual(width);
        const whole = fitColumns(columnsOf(titles), rows, 1000);
        const needed = whole.columns.reduce((sum, column) => sum + column.width + 2, -2);
        expect(table.left === 0).toBe(needed <= width);
      }),
    );
  });
});
