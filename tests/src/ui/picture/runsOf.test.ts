import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../../src/ui/picture/runsOf.ts';
import { row } from '../../../../src/ui/row.ts';
import { characters, widthOf } from '../../../../src/ui/textWidth.ts';
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

  it('places a mark that stands on a blank', () => {
    const { written } = runsOf(row(' \u1920a'));
    expect(written.map(({ column, text }) => [column, text])).toEqual([
      [0, ' \u1920'],
      [1, 'a'],
    ]);
  });

  it('has every column that is not blank once, with its own character', () => {
    fc.assert(
      fc.property(anyRow, (line) => {
        const { written, drawn } = runsOf(line);
        // By the column in which each begins; what takes no column is left out.
        const wanted = line.flatMap(({ text }) => characters(text));
        const placed = new Map<number, string>();
        let column = 0;
        for (const character of wanted) {
          if (widthOf(character) > 0 && character !== ' ') placed.set(column, character);
          column += widthOf(character);
        }
        const seen = new Map<number, string | undefined>();
        const see = (at: number, character: string | undefined) => {
          expect(seen.has(at)).toBe(false);
          if (character !== ' ') seen.set(at, character);
        };
        for (const { column: at, text } of written) {
          let next = at;
          for (const character of characters(text)) {
            see(next, character);
            next += widthOf(character);
          }
        }
        for (const { column: at } of drawn) see(at, placed.get(at));
        expect(new Map([...seen].sort(([x], [y]) => x - y))).toEqual(placed);
      }),
    );
  });
});
