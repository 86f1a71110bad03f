import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKGROUND, COLORS, INVERTED } from '../../../../src/ui/picture/palette.ts';
import { screenSvg } from '../../../../src/ui/picture/screenSvg.ts';
import { screenText } from '../../../../src/ui/picture/screenText.ts';
import { type Row, row, rowWidth, span } from '../../../../src/ui/row.ts';
import { elementsIn, parseXml, textIn } from '../../../support/xml.ts';
import { anyRow } from './anyRow.ts';

const draw = (...rows: Row[]) => screenSvg(rows, { columns: 20, title: 'a screen' });
/** The markup of the lines alone. */
const linesOf = (svg: string) =>
  svg
    .replace(/^[\s\S]*<rect .*\n/, '')
    .split('\n')
    .slice(0, -2);

describe('screenSvg()', () => {
  it('puts text at its columns, eight pixels each', () => {
    expect(linesOf(draw(row('ab  cd e'), row(' x', span('loss', 'loss'))))).toEqual([
      '<text x="16" y="28" textLength="16">ab</text><text x="48" y="28" textLength="32">cd e</text>',
      '<text x="24" y="44">x</text><text x="32" y="44" textLength="32" fill="#ff8c82">loss</text>',
    ]);
  });

  it('draws blocks, braille and lines as shapes, those side by side as one', () => {
    expect(linesOf(draw(row('██▌'), row('▁▂'), row('░░'), row('⡁⠐'), row('━─')))).toEqual([
      '<path d="M16 16h20v16h-20z"/>',
      '<path d="M16 46h8v2h-8zM24 44h8v4h-8z"/>',
      '<path opacity="0.25" d="M16 48h16v16h-16z"/>',
      '<path stroke="#d0d7de" stroke-width="2.4" stroke-linecap="round" d="M18 66h0M18 78h0M30 70h0"/>',
      '<path d="M16 87h8v3h-8zM24 88h8v1h-8z"/>',
    ]);
  });

  it('inverts what stands out', () => {
    const [line] = linesOf(draw(row('a', span(' b', 'today'))));
    expect(line).toBe(
      `<path fill="${INVERTED}" d="M24 16h16v16h-16z"/><text x="16" y="28">a</text><text x="32" y="28" fill="${BACKGROUND}">b</text>`,
    );
  });

  it('fits symbols, which may come from any font, to their column', () => {
    const [line] = linesOf(draw(row('→x')));
    expect(line).toContain('<text x="16" y="28" textLength="8" lengthAdjust="spacingAndGlyphs">→</text>');
    expect(line).toContain('<text x="24" y="28">x</text>');
  });

  it('says what is to be seen to those who do not see it', () => {
    const rows = [row('a < b & "c"'), row(), row('█ 50%')];
    const root = parseXml(draw(...rows));
    const [title, description] = elementsIn(root).slice(1, 3);
    expect([title.name, textIn(title)]).toEqual(['title', 'a screen']);
    expect([description.name, textIn(description)]).toEqual(['desc', screenText(rows)]);
    expect(root.attributes['role']).toBe('img');
  });

  it('is well-formed whatever the rows hold, refers to nothing outside and runs nothing', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), fc.string({ unit: 'binary' }), (rows, title) => {
        const svg = screenSvg(rows, { columns: 80, title });
        const elements = elementsIn(parseXml(svg));
        const names = new Set(elements.map(({ name }) => name));
        for (const name of names) expect(['svg', 'title', 'desc', 'rect', 'path', 'text']).toContain(name);
        for (const { attributes } of elements)
          for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|href/);
        expect(screenSvg(rows, { columns: 80, title })).toBe(svg);
      }),
    );
  });

  it('keeps within its columns', () => {
    fc.assert(
      fc.property(anyRow, (line) => {
        const columns = Math.max(rowWidth(line), 1);
        const elements = elementsIn(parseXml(screenSvg([line], { columns, title: '' })));
        const right = 16 + 8 * columns;
        for (const { name, attributes } of elements) {
          if (name === 'text')
            expect(Number(attributes['x']) + Number(attributes['textLength'] ?? 8)).toBeLessThanOrEqual(
              right,
            );
          if (name !== 'path') continue;
          for (const [, x, width] of attributes['d'].matchAll(/M([\d.]+) [\d.]+h([\d.]+)/g))
            expect(Number(x) + Number(width)).toBeLessThanOrEqual(right);
        }
      }),
    );
  });

  it('has colors that can be read', () => {
    const { today, ...others } = COLORS;
    for (const color of Object.values(others)) expect(contrast(color, BACKGROUND)).toBeGreaterThan(6);
    expect(contrast(today, INVERTED)).toBeGreaterThan(6);
  });
});

/** Contrast of two colors as the Web Content Accessibility Guidelines define it, from 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
    const [red, green, blue] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return light / dark;
}

describe('screenText()', () => {
  it('is the text of the rows, without trailing blanks', () => {
    expect(screenText([row('a ', span('b  ', 'loss')), row(), row('⣿')])).toBe('a b\n\n⣿\n');
    expect(screenText([])).toBe('');
  });
});
