import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { asciiRow } from '../../../src/ui/asciiRow.ts';
import { glyphsOf } from '../../../src/ui/glyphs.ts';
import { clip, clipRow, row, rowWidth, span, textOf, widthOf } from '../../../src/ui/row.ts';
import { isNarrow } from '../../../src/ui/textWidth.ts';
import { wordWrap } from '../../../src/ui/wordWrap.ts';

const glyphs = glyphsOf('unicode');
const ACCENTED = 'e\u0301';

describe('widthOf()', () => {
  it.each([
    ['seed', 4],
    ['日本', 4],
    [ACCENTED, 1],
    ['🙂', 2],
    ['👩‍💻 a', 4],
    ['█⣿─ −3 ⚠ ✓', 10],
    ['a\x1bb\r\n', 5],
    ['日\x1b[31m', 7],
    ['\ud83d', 1],
  ])('of %j is %i', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  it('takes one column only for characters that take one, and every glyph without taking it apart', () => {
    const narrow = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isNarrow);
    const printed = narrow.filter((character) => !/\p{Cc}/u.test(character));
    expect(printed.filter((character) => stringWidth(character) !== 1)).toEqual([]);
    const drawn = Object.values(glyphs)
      .flat()
      .filter((glyph) => typeof glyph === 'string');
    expect(drawn.filter((glyph) => !isNarrow(glyph))).toEqual([]);
  });
});

describe('texts of wide characters', () => {
  const wide = `日本${ACCENTED}🙂日本`;

  it('are cut between characters, never wider than there is room for', () => {
    expect(clip('日本語', 4, glyphs)).toBe('日…');
    expect(clip('日本語', 5, glyphs)).toBe('日本…');
    expect(clip(`${ACCENTED}${ACCENTED}${ACCENTED}`, 2, glyphs)).toBe(`${ACCENTED}…`);
    for (let width = 0; width <= 13; width++) {
      expect(widthOf(clip(wide, width, glyphs))).toBeLessThanOrEqual(width);
      const line = row('ab', span(wide, 'strong'), wide);
      expect(rowWidth(clipRow(line, width, glyphs))).toBeLessThanOrEqual(width);
    }
  });

  it('are wrapped within the width and lose nothing', () => {
    const rows = wordWrap(row(' '), [span(wide.repeat(9))], 25);
    expect(rows.every((line) => rowWidth(line) <= 25)).toBe(true);
    expect(rows.map((line) => textOf(line).trim()).join('')).toBe(wide.repeat(9));
  });

  it('are as wide in ASCII', () => {
    expect(textOf(asciiRow(row(`a${wide}b`)))).toBe(`a${'?'.repeat(11)}b`);
  });
});
