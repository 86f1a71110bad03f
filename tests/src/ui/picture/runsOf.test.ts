import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../../src/ui/picture/runsOf.ts';
import { row } from '../../../../src/ui/row.ts';
import { anyRow } from './anyRow.ts';

describe('runsOf()', () => {
  it('keeps words together and symbols apart', () => {
    const { written } = runsOf(row('two words  −1…  a→b'));
    expect(written.map(({ column, text }) => [column, text])).toEqual([
      [0, 'two words'],
      [11, '−1…'],
      [16, 'a'],
      [17, '→'],
      [18, 'b'],
    ]);
  });

  it('has every column that is not blank once, with its own character', () => {
    fc.assert(
      fc.property(anyRow, (line) => {
        const { written, drawn } = runsOf(line);
        const characters = [...line.map(({ text }) => text).join('')];
        const seen = new Map<number, string>();
        for (const { column, text } of written)
          [...text].forEach((character, k) => {
            expect(seen.has(column + k)).toBe(false);
            seen.set(column + k, character);
          });
        for (const { column } of drawn) {
          expect(seen.has(column)).toBe(false);
          seen.set(column, characters[column]);
        }
        expect(characters.map((_, k) => seen.get(k) ?? ' ')).toEqual(characters);
      }),
    );
  });
});
