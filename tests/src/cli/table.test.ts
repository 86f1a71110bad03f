import { expect, it } from 'vitest';
import { table } from '../../../src/cli/table.ts';

it('table(header, rows) aligns the first column to the left and the others to the right, without spaces at the end', () => {
  expect(
    table(
      ['policy', 'return', 'note'],
      [
        ['none', '1.5', ''],
        ['q-learning', '12.25', 'best'],
      ],
    ),
  ).toEqual([
    'policy      return  note', //
    'none           1.5',
    'q-learning   12.25  best',
  ]);
});

it('table(header, rows) of no rows is its header', () => {
  expect(table(['a', 'b'], [])).toEqual(['a  b']);
});
