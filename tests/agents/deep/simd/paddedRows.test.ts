import { describe, expect, it } from 'vitest';
import { packRows, padRows } from '../../../../agents/deep/simd/paddedRows.ts';

describe('padRows()', () => {
  it.each([
    ['wider', 2, 3, [1, 2, 0, 3, 4, 0, 0, 0, 0]],
    ['equal', 2, 2, [1, 2, 3, 4, 0, 0]],
  ])('%s rows: zeros after the columns and after the last row', (_, columns, stride, wanted) => {
    const padded = new Float32Array(3 * stride).fill(NaN);
    padRows(Float32Array.of(1, 2, 3, 4, 5, 6), 2, columns, padded, stride);
    expect([...padded]).toEqual(wanted);
  });
});

describe('packRows()', () => {
  it('reads the columns alone and writes the rows alone', () => {
    const packed = new Float32Array(5).fill(9);
    packRows(Float32Array.of(1, 2, 0, 3, 4, 0, 5, 6, 0), 3, 2, 2, packed);
    expect([...packed]).toEqual([1, 2, 3, 4, 9]);
  });
});
